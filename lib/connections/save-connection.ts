import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { connections } from "#drizzle/schema/connections.ts";
import { recordAudit, type Visitor } from "#lib/audit/record.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { isTaken } from "#lib/organizations/is-taken.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type {
  ConnectProvider,
  Grant,
  ReachableAccount,
  Secrets,
  Verified,
} from "#lib/providers/connect-contract.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { enqueueSync } from "#lib/sync/enqueue-sync.ts";
import { enqueueCheck } from "./enqueue-check.ts";
import { type Replacement, replaceSecrets } from "./replace-secrets.ts";
import { saveCredentials } from "./save-credentials.ts";
import { scheduleRenewal } from "./schedule-renewal.ts";

type Verification = {
  account: ReachableAccount & { secrets: Secrets };
  grant: Grant;
  verified: Verified;
  visitor: Visitor;
};

type ReplacingVerification = Verification & { replacement: Replacement };

/**
 * Stores a verified account: renews this organization's connection to it, brings back one that was disconnected, or makes
 * a new one, so that history stays in one place. That an account is live in one organization only, the database decides.
 */
export async function saveConnection(
  member: Member,
  provider: ConnectProvider,
  verification: Verification,
): Promise<Result<{ connectionId: string }, "connected-elsewhere">> {
  const { offer, secrets } = verification.account;
  const replacement = await replaceSecrets(member.organizationId, provider, {
    externalId: offer.externalId,
    secrets,
  });
  // A colleague may connect the same account at this moment: the second look finds their row.
  for (let look = 0; look < 2; look++) {
    try {
      return ok(await asUser(member, (tx) => store(tx, member, provider, { ...verification, replacement })));
    } catch (error) {
      if (!isTaken(error, "connections_live_account_key")) throw error;
    }
  }
  return fail("connected-elsewhere");
}

async function store(
  tx: Transaction,
  member: Member,
  provider: ConnectProvider,
  { account: { offer, details }, grant, verified, visitor, replacement }: ReplacingVerification,
) {
  const known = await ownConnection(tx, member, provider, offer.externalId);
  const connectionId = known?.id ?? uuidv7();
  const connection = {
    id: connectionId,
    organization_id: member.organizationId,
    provider: provider.id,
    external_id: offer.externalId,
    authorized_by_external_id: grant.authorizedBy,
    display_name: offer.displayName,
    username: offer.username,
    avatar_url: offer.avatarUrl,
    scopes: verified.scopes,
    details: { account: details, accessExpiresAt: verified.accessExpiresAt?.toISOString() ?? null },
  };
  await tx.execute(sql`select private.save_connection(${JSON.stringify(connection)}::text::jsonb)`);
  await letGoOfReplaced(tx, member, provider, visitor);
  await saveCredentials(tx, connectionId, replacement, verified);
  await recordAudit(tx, {
    organizationId: member.organizationId,
    action: known && known.status !== "disconnected" ? "connection.reconnected" : "connection.connected",
    targetType: "connection",
    targetId: connectionId,
    metadata: { provider: provider.id, name: offer.displayName },
    ...visitor,
  });
  // The caller checks at once, which takes this back; should it die first, this does it.
  await enqueueCheck(tx, connectionId, { cause: "connect", delayMs: 60_000 });
  const life = { savedAt: new Date(), ...verified };
  await scheduleRenewal(tx, connectionId, provider, { life, renewal: { retryAt: null } });
  await enqueue(tx, "webhook-events.adopt", { connectionId });
  if (provider.sync) await enqueueSync(tx, connectionId, { cause: "connect" });
  await notifyOrganization(tx, member.organizationId, "connections");
  return { connectionId };
}

async function ownConnection(tx: Transaction, member: Member, provider: ConnectProvider, externalId: string) {
  const [known] = await tx
    .select({ id: connections.id, status: connections.status })
    .from(connections)
    .where(
      and(
        eq(connections.organizationId, member.organizationId),
        eq(connections.provider, provider.id),
        eq(connections.externalId, externalId),
      ),
    )
    .orderBy(sql`${connections.status} = 'disconnected'`, desc(connections.connectedAt))
    .limit(1)
    .for("update");
  return known;
}

/**
 * Where an organization keeps one active Page, the database has just disconnected the others. Its `now()` stands still within
 * a transaction, so exactly those carry it.
 */
async function letGoOfReplaced(tx: Transaction, member: Member, provider: ConnectProvider, visitor: Visitor) {
  const replaced = await tx
    .select({ id: connections.id, name: connections.displayName })
    .from(connections)
    .where(
      and(
        eq(connections.organizationId, member.organizationId),
        eq(connections.provider, provider.id),
        eq(connections.status, "disconnected"),
        eq(connections.statusSince, sql`now()`),
      ),
    );
  for (const { id, name } of replaced) {
    await enqueue(tx, "connection.revoke", { connectionId: id, attempt: 0 });
    await recordAudit(tx, {
      organizationId: member.organizationId,
      action: "connection.disconnected",
      targetType: "connection",
      targetId: id,
      metadata: { provider: provider.id, name },
      ...visitor,
    });
  }
}
