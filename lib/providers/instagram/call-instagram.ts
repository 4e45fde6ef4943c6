import type { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { callMeta, type MetaValue } from "../meta/call-meta.ts";
import { instagramErrorRows } from "./error-rows.ts";

export type InstagramCall = {
  method?: "GET" | "POST" | "DELETE";
  /** Below the version, without a leading slash: `me/subscribed_apps`. */
  path: string;
  token: string;
  parameters?: Record<string, string>;
};

/**
 * One call to graph.instagram.com with the pinned version. No proof goes with the token: whether this host would take one
 * is documented nowhere.
 */
export function callInstagram<Schema extends z.ZodType>(
  app: AppCredentials,
  { method, path, token, parameters }: InstagramCall,
  schema: Schema,
): Promise<Answer<MetaValue<z.output<Schema>>>> {
  const all = { ...parameters, access_token: token };
  const http = { host: "graph.instagram.com", path: `/${app.apiVersion}/${path}`, method };
  return callMeta(
    { ...http, ...(method === "POST" ? { form: all } : { query: all }) },
    schema,
    instagramErrorRows,
  );
}
