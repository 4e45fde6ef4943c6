import type { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { appsecretProof } from "./appsecret-proof.ts";
import { callMeta, type MetaValue } from "./call-meta.ts";
import type { MetaErrorRow } from "./error-row.ts";

export type GraphCall = {
  method?: "GET" | "POST" | "DELETE";
  /** Below the version, without a leading slash: `me/accounts`. */
  path: string;
  /** A user's or a Page's. Calls made as the app itself put their credentials in `parameters`. */
  token?: string;
  parameters?: Record<string, string>;
  /** What its errors mean, where a product of Meta's has words of its own. */
  rows?: readonly MetaErrorRow[];
};

const host = "graph.facebook.com";

/**
 * One call to the Graph API with the pinned version and, for a token, its proof. POSTs carry their parameters in the
 * body, where no access log sees them.
 */
export function graph<Schema extends z.ZodType>(
  app: AppCredentials,
  call: GraphCall,
  schema: Schema,
): Promise<Answer<MetaValue<z.output<Schema>>>> {
  const parameters = { ...call.parameters, ...credentials(app, call.token) };
  const http = { host, path: `/${app.apiVersion}/${call.path}`, method: call.method };
  return callMeta(
    { ...http, ...(call.method === "POST" ? { form: parameters } : { query: parameters }) },
    schema,
    call.rows,
  );
}

function credentials(app: AppCredentials, token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  return { access_token: token, appsecret_proof: appsecretProof(app.clientSecret, token) };
}
