import { z } from "zod";

/** What a person granted, as an attempt keeps it sealed until they have chosen. */
export const StoredGrant = z.object({
  secrets: z.record(z.string(), z.string()),
  authorizedBy: z.string().nullable(),
});
