import type { Account, Answer, AppCredentials, ProviderFault, Verified } from "../connect-contract.ts";
import { describedTokens } from "./described-tokens.ts";
import { type ZoomUser, zoomUser } from "./user.ts";

export type VerifiedUser = Verified & { user: ZoomUser };

/** Proves that the token lives and is this very person's: Zoom is asked who they are. */
export async function verifyZoom(
  _app: AppCredentials,
  { externalId, secrets }: Account,
): Promise<Answer<VerifiedUser>> {
  const user = await zoomUser(secrets);
  if (!user.ok) return user;
  if (user.value.id !== externalId) return { ok: false, error: otherPerson };
  return { ok: true, value: { ...describedTokens(secrets), user: user.value } };
}

const otherPerson: ProviderFault = {
  kind: "wrong_token",
  sentence: "The stored access belongs to another person at Zoom.",
  nextStep: "Reconnect it as the person it is for.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
};
