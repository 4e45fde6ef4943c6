import { z } from "zod";

/** What was granted, as a list or as one text with commas; null when the answer does not say. */
export const Permissions = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(","))])
  .transform((names) => names.map((name) => name.trim()).filter(Boolean))
  .nullish()
  .transform((names) => names ?? null);
