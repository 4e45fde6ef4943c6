import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { connections, oauthSessions } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Member } from "#lib/organizations/membership.ts";

/** A person's own attempt in this organization; anyone else's is not found. Holds ciphertext: keep it in lib. */
export async function findAttempt(member: Member, attemptId: string) {
  if (!z.uuid().safeParse(attemptId).success) return undefined;

  const [attempt] = await asSystem((tx) =>
    tx
      .select({
        id: oauthSessions.id,
        provider: oauthSessions.provider,
        redirectUri: oauthSessions.redirectUri,
        verifierCiphertext: oauthSessions.verifierCiphertext,
        grantCiphertext: oauthSessions.grantCiphertext,
        outcome: oauthSessions.outcome,
        expiresAt: oauthSessions.expiresAt,
        consumedAt: oauthSessions.consumedAt,
        reconnectConnectionId: connections.id,
        reconnectExternalId: connections.externalId,
        reconnectName: connections.displayName,
      })
      .from(oauthSessions)
      .leftJoin(
        connections,
        and(
          eq(connections.id, oauthSessions.reconnectConnectionId),
          eq(connections.organizationId, oauthSessions.organizationId),
        ),
      )
      .where(
        and(
          eq(oauthSessions.id, attemptId),
          eq(oauthSessions.userId, member.userId),
          eq(oauthSessions.organizationId, member.organizationId),
        ),
      ),
  );
  return attempt;
}

export type Attempt = NonNullable<Awaited<ReturnType<typeof findAttempt>>>;
