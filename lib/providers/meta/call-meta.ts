import type { z } from "zod";
import type { Answer } from "../connect-contract.ts";
import { callProvider, type HttpCall } from "../http.ts";
import { noteLimit } from "../limits.ts";
import type { MetaErrorRow } from "./error-row.ts";
import { metaFault } from "./errors.ts";
import { misshapen } from "./misshapen.ts";
import { readMetaError } from "./read-error.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import { unreachable } from "./unreachable.ts";
import { readUsage, type Usage } from "./usage.ts";

/** `appliedVersion` is the one Meta really used; it differs from the pinned one when that has expired. */
export type MetaValue<Body> = { body: Body; appliedVersion: string | null; usage: Usage };

/**
 * One call to any of Meta's hosts. The answer has the given shape or is a fault in words; `rows` are the words. What it says
 * of the quota is noted for who listens.
 */
export async function callMeta<Schema extends z.ZodType>(
  call: HttpCall,
  schema: Schema,
  rows?: readonly MetaErrorRow[],
): Promise<Answer<MetaValue<z.output<Schema>>>> {
  const answer = await callProvider(call);
  if (!answer.ok) return { ok: false, error: unreachable(answer.error) };

  const { status, headers, body } = answer.value;
  const usage = readUsage(headers);
  const regainSeconds = retryAfterSeconds(headers, usage);
  const error = readMetaError(status, body);
  const fault = error && metaFault(error, regainSeconds, rows);
  noteLimit({ percentUsed: usage.percent, regainSeconds, isRefused: fault?.kind === "rate_limited" });
  if (fault) return { ok: false, error: fault };

  const shaped = schema.safeParse(body);
  if (!shaped.success) return { ok: false, error: misshapen };
  return {
    ok: true,
    value: { body: shaped.data, appliedVersion: headers.get("facebook-api-version"), usage },
  };
}
