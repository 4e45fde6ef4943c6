import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { callOAuth } from "./call-oauth.ts";

/** Gives the person's access back: both tokens are dead at once, in every place that holds them. */
export async function revokeZoomGrant(app: AppCredentials, { secrets }: Account): Promise<Answer<null>> {
  const answer = await callOAuth(app, "revoke", { token: secrets.accessToken ?? "" }, "token");
  return answer.ok ? { ok: true, value: null } : answer;
}
