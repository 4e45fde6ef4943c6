import { z } from "zod";
import { ErrorFields, toMetaError } from "./error-fields.ts";
import type { MetaError } from "./read-error.ts";

const Envelope = z.object({ data: z.object({ error: ErrorFields }) });

/** Why the token that `debug_token` was asked about is dead: an error inside an answer that itself went well. */
export function readTokenError(body: unknown): MetaError {
  const fields = Envelope.safeParse(body).data?.data.error;
  return toMetaError(fields ?? { code: 190 }, 200);
}
