import "server-only";
import { randomBytes } from "node:crypto";
import { dataDeletionRequests } from "#drizzle/schema/connections.ts";
import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { metaSecrets } from "#lib/providers/meta/meta-secrets.ts";
import { readSignedRequest } from "#lib/providers/meta/signed-request.ts";
import { ok, type Result } from "#lib/result.ts";
import { setting } from "#lib/setting.ts";

export type DeletionTicket = { url: string; code: string };

/**
 * Meta asks, for a person, that what we hold of them be deleted. Everyone gets a ticket, known to us or not; whether they
 * were known shows nowhere. The ticket remembers the person only as a keyed hash.
 */
export async function requestDeletion(
  signedRequest: string,
  now = new Date(),
): Promise<Result<DeletionTicket, "malformed" | "bad-signature">> {
  const secrets = metaSecrets(setting);
  const request = readSignedRequest(signedRequest, secrets, now);
  if (!request.ok) return request;

  const { userId, issuedAt, verifiedWith } = request.value;
  const code = randomBytes(12).toString("hex");
  // An id has few digits, so a plain hash of it could be guessed back; the app's secret cannot.
  const key = secrets.find(({ name }) => name === verifiedWith)?.value ?? "";

  await asSystem(async (tx) => {
    await tx.insert(dataDeletionRequests).values({
      code,
      provider: "facebook",
      externalUserHash: hmacSha256(key, userId),
    });
    await enqueue(tx, "connections.delete-user-data", {
      code,
      externalUserId: userId,
      requestedAt: issuedAt.toISOString(),
    });
  });
  return ok({ url: `${env.APP_URL}/deletion/${code}`, code });
}
