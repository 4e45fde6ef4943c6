import type { Account, Answer, AppCredentials, ProviderFault, Verified } from "../connect-contract.ts";
import { type InstagramProfile, readProfile } from "./profile.ts";
import { openSecrets } from "./secrets.ts";

export type VerifiedInstagram = Verified & { profile: InstagramProfile };

/** Proves that the token lives and is this very account's. What it may do was told when it was handed out. */
export async function verifyInstagram(
  app: AppCredentials,
  { externalId, secrets }: Account,
): Promise<Answer<VerifiedInstagram>> {
  const { accessToken, permissions, expiresAt } = openSecrets(secrets);
  const profile = await readProfile(app, accessToken);
  if (!profile.ok) return profile;
  // An account that became a personal one has no such id any more; that is another trouble than a wrong token.
  if (profile.value.user_id && profile.value.user_id !== externalId)
    return { ok: false, error: otherAccount };

  const life = { accessExpiresAt: expiresAt, refreshExpiresAt: null };
  return { ok: true, value: { scopes: permissions, ...life, profile: profile.value } };
}

const otherAccount: ProviderFault = {
  kind: "wrong_token",
  sentence: "The stored access belongs to another Instagram account.",
  nextStep: "Reconnect this account.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
};
