import type { Account, Answer, AppCredentials, ProviderFault, Verified } from "../connect-contract.ts";
import { debugToken, type TokenDescription } from "../meta/debug-token.ts";

export type VerifiedPage = Verified & { appliedVersion: string | null };

/**
 * Proves that the token is this very Page's: a person's own token looks alike, and every call made with it fails.
 * Permissions count only where they reach this Page.
 */
export async function verifyPage(
  app: AppCredentials,
  { externalId, secrets }: Account,
): Promise<Answer<VerifiedPage>> {
  const described = await debugToken(app, secrets.pageToken ?? "");
  if (!described.ok) return described;

  const token = described.value;
  const mistake = mistakeIn(app, externalId, token);
  if (mistake) return { ok: false, error: mistake };

  const reaches = (scope: string) => token.targets.get(scope)?.includes(externalId) ?? true;
  return {
    ok: true,
    value: {
      scopes: token.scopes.filter(reaches),
      accessExpiresAt: token.expiresAt,
      refreshExpiresAt: null,
      appliedVersion: token.appliedVersion,
    },
  };
}

function mistakeIn(app: AppCredentials, externalId: string, token: TokenDescription): ProviderFault | null {
  if (token.appId !== null && token.appId !== app.clientId) {
    return wrongToken("The stored access belongs to another Meta app.");
  }
  if (token.type !== "PAGE") return wrongToken("The stored access is not a Page's.");
  if (token.profileId !== externalId) return wrongToken("The stored access belongs to another Page.");
  return null;
}

const wrongToken = (sentence: string): ProviderFault => ({
  kind: "wrong_token",
  sentence,
  nextStep: "Reconnect the Page.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
});
