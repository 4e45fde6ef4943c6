import type { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { callProvider } from "../http.ts";
import { noteLimit } from "../limits.ts";
import { apiFault } from "./api-fault.ts";
import { apiHost } from "./api-host.ts";
import { passingFault } from "./passing-fault.ts";
import { readRateLimit } from "./rate-limit.ts";
import { readZoomError } from "./zoom-error.ts";

/**
 * One reading call to Zoom's REST API, below `/v2` and without a leading slash: `users/me`. Tokens of one person work with `me`
 * only, never with an id. The answer has the given shape or is a fault in words.
 */
export async function zoomApi<Schema extends z.ZodType>(
  secrets: Secrets,
  path: string,
  schema: Schema,
  query: Record<string, string> = {},
): Promise<Answer<z.output<Schema>>> {
  const answer = await callProvider({
    host: apiHost(secrets.apiUrl),
    path: `/v2/${path}`,
    query,
    headers: { authorization: `Bearer ${secrets.accessToken ?? ""}` },
  });
  if (!answer.ok) return { ok: false, error: passingFault(answer.error) };

  const { status, headers, body } = answer.value;
  const limit = readRateLimit(headers, new Date());
  const error = readZoomError(status, headers, body);
  const fault = error && apiFault(error, limit.regainSeconds);
  noteLimit({ ...limit, isRefused: fault?.kind === "rate_limited" });
  if (fault) return { ok: false, error: fault };

  const shaped = schema.safeParse(body);
  return shaped.success ? { ok: true, value: shaped.data } : { ok: false, error: passingFault("misshapen") };
}
