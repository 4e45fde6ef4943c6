import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { graph } from "../meta/graph.ts";
import { Succeeded } from "../meta/succeeded.ts";

/**
 * Removes our app from the person's Facebook account. The grant is one per app and person: every Page and linked
 * Instagram account they connected, in any organization, goes with it.
 */
export async function revokeFacebookGrant(app: AppCredentials, { secrets }: Account): Promise<Answer<null>> {
  const call = { method: "DELETE" as const, path: "me/permissions", token: secrets.userToken ?? "" };
  const answer = await graph(app, call, Succeeded);
  return answer.ok ? { ok: true, value: null } : answer;
}
