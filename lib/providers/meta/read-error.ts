import { z } from "zod";

/** A Graph error as we use it: classified by numbers, since its texts change. */
export type MetaError = {
  code: number | null;
  subcode: number | null;
  isTransient: boolean;
  traceId: string | null;
  httpStatus: number;
};

const wholeNumber = z.coerce.number().int().catch(Number.NaN);

const Fields = z.object({
  code: wholeNumber.optional(),
  error_subcode: wholeNumber.optional(),
  /** `debug_token` spells it this way. */
  subcode: wholeNumber.optional(),
  is_transient: z.boolean().optional().catch(undefined),
  fbtrace_id: z.string().max(100).optional().catch(undefined),
});

const GraphEnvelope = z.object({ error: Fields });
const DebugTokenEnvelope = z.object({ data: z.object({ error: Fields }) });
const InstagramEnvelope = Fields.extend({ error_type: z.string() });

/**
 * The error inside an answer, in any of the three shapes Meta's hosts use, or null when there is none. An answer
 * with a failing status and no error in it counts as one without a code.
 */
export function readMetaError(httpStatus: number, body: unknown): MetaError | null {
  const fields =
    GraphEnvelope.safeParse(body).data?.error ??
    DebugTokenEnvelope.safeParse(body).data?.data.error ??
    InstagramEnvelope.safeParse(body).data;

  if (!fields && httpStatus < 400) return null;
  return {
    code: known(fields?.code),
    subcode: known(fields?.error_subcode ?? fields?.subcode),
    isTransient: fields?.is_transient ?? false,
    traceId: fields?.fbtrace_id ?? null,
    httpStatus,
  };
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
