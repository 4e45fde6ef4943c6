import type { z } from "zod";
import type { Answer, AppCredentials, Secrets } from "../connect-contract.ts";
import { type GraphCall, graph } from "../meta/graph.ts";

/**
 * Asks for what a stranger's account shows to everyone, as the person who connected the Page: so Meta documents it. Their
 * access ends after sixty days, so from then on as the Page, which Meta takes for most of it.
 */
export async function askInPublic<Schema extends z.ZodType>(
  app: AppCredentials,
  secrets: Secrets,
  call: Omit<GraphCall, "token">,
  schema: Schema,
): Promise<Answer<z.output<Schema>>> {
  const asPerson = secrets.userToken ? await graph(app, { ...call, token: secrets.userToken }, schema) : null;
  const mayAskAsPage = !asPerson || (!asPerson.ok && asPerson.error.kind === "reauthorize");
  const answer = mayAskAsPage
    ? await graph(app, { ...call, token: secrets.pageToken ?? "" }, schema)
    : asPerson;
  return answer.ok ? { ok: true, value: answer.value.body } : answer;
}
