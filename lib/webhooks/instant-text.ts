import { z } from "zod";

/** Years that both the clock here and the database know; what lies outside was mistyped. */
const [earliest, latest] = [Date.UTC(2000, 0, 1), Date.UTC(2200, 0, 1)];

/** A moment in an address, in whatever offset it was written; always handed on in UTC with milliseconds. */
export const InstantText = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= earliest && Date.parse(text) < latest)
  .transform((text) => new Date(text).toISOString());
