import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import { metaProviders } from "#lib/providers/meta/meta-providers.ts";
import { metaSecrets } from "#lib/providers/meta/meta-secrets.ts";
import { readSignedRequest } from "#lib/providers/meta/signed-request.ts";
import { ok, type Result } from "#lib/result.ts";
import { setting } from "#lib/setting.ts";
import { withdrawGrant } from "./withdraw-grant.ts";

/** Meta says that a person removed the app. Nothing is believed without its signature. */
export async function deauthorize(
  signedRequest: string,
  now = new Date(),
): Promise<Result<null, "malformed" | "bad-signature">> {
  const request = readSignedRequest(signedRequest, metaSecrets(setting), now);
  if (!request.ok) return request;

  const { userId, issuedAt } = request.value;
  await asSystem((tx) =>
    withdrawGrant(tx, {
      providers: metaProviders,
      externalUserId: userId,
      withdrawnAt: issuedAt,
      reason: "The person who connected it removed this app from their account at Meta. Reconnect it.",
    }),
  );
  return ok(null);
}
