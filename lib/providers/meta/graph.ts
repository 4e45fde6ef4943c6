import type { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { callProvider } from "../http.ts";
import { noteLimit } from "../limits.ts";
import { appsecretProof } from "./appsecret-proof.ts";
import { metaFault } from "./errors.ts";
import { misshapen } from "./misshapen.ts";
import { readMetaError } from "./read-error.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import { unreachable } from "./unreachable.ts";
import { readUsage, type Usage } from "./usage.ts";

export type GraphCall = {
  method?: "GET" | "POST" | "DELETE";
  /** Below the version, without a leading slash: `me/accounts`. */
  path: string;
  /** A user's or a Page's. Calls made as the app itself put their credentials in `parameters`. */
  token?: string;
  parameters?: Record<string, string>;
};

/** `appliedVersion` is the one Meta really used; it differs from the pinned one when that has expired. */
export type GraphValue<Body> = { body: Body; appliedVersion: string | null; usage: Usage };

const host = "graph.facebook.com";

/**
 * One call to the Graph API with the pinned version and, for a token, its proof. The answer has the given shape or
 * is a fault in words. POSTs carry their parameters in the body, where no access log sees them.
 */
export async function graph<Schema extends z.ZodType>(
  app: AppCredentials,
  call: GraphCall,
  schema: Schema,
): Promise<Answer<GraphValue<z.output<Schema>>>> {
  const parameters = { ...call.parameters, ...credentials(app, call.token) };
  const answer = await callProvider({
    host,
    path: `/${app.apiVersion}/${call.path}`,
    method: call.method,
    ...(call.method === "POST" ? { form: parameters } : { query: parameters }),
  });
  if (!answer.ok) return { ok: false, error: unreachable(answer.error) };

  const { status, headers, body } = answer.value;
  const usage = readUsage(headers);
  const regainSeconds = retryAfterSeconds(headers, usage);
  noteLimit({ percentUsed: usage.percent, regainSeconds });

  const error = readMetaError(status, body);
  if (error) return { ok: false, error: metaFault(error, regainSeconds) };

  const shaped = schema.safeParse(body);
  if (!shaped.success) return { ok: false, error: misshapen };
  return {
    ok: true,
    value: { body: shaped.data, appliedVersion: headers.get("facebook-api-version"), usage },
  };
}

function credentials(app: AppCredentials, token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  return { access_token: token, appsecret_proof: appsecretProof(app.clientSecret, token) };
}
