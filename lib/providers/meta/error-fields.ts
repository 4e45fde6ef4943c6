import { z } from "zod";
import type { MetaError } from "./read-error.ts";

const wholeNumber = z.coerce.number().int().catch(Number.NaN);

/** The part of an error that all of Meta's shapes share, under either name of the subcode. */
export const ErrorFields = z.object({
  code: wholeNumber.optional(),
  error_subcode: wholeNumber.optional(),
  /** `debug_token` spells it this way. */
  subcode: wholeNumber.optional(),
  is_transient: z.boolean().optional().catch(undefined),
  fbtrace_id: z.string().max(100).optional().catch(undefined),
});

/** The fields as an error of ours; what is no number counts as not said. */
export function toMetaError(fields: z.output<typeof ErrorFields> | undefined, httpStatus: number): MetaError {
  return {
    code: known(fields?.code),
    subcode: known(fields?.error_subcode ?? fields?.subcode),
    isTransient: fields?.is_transient ?? false,
    traceId: fields?.fbtrace_id ?? null,
    httpStatus,
  };
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
