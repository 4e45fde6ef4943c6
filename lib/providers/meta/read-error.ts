import { z } from "zod";
import { ErrorFields, toMetaError } from "./error-fields.ts";

/** A Graph error as we use it: classified by numbers, since its texts change. */
export type MetaError = {
  code: number | null;
  subcode: number | null;
  isTransient: boolean;
  traceId: string | null;
  httpStatus: number;
};

const GraphEnvelope = z.object({ error: ErrorFields });
const InstagramEnvelope = ErrorFields.extend({ error_type: z.string() });

/**
 * The error that an answer is, in the shape of Graph or of Instagram's hosts, or null when it is none. A failing status
 * with no error inside counts as one without a code.
 */
export function readMetaError(httpStatus: number, body: unknown): MetaError | null {
  const fields = GraphEnvelope.safeParse(body).data?.error ?? InstagramEnvelope.safeParse(body).data;
  return fields || httpStatus >= 400 ? toMetaError(fields, httpStatus) : null;
}
