import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { connectionChecks, connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import type { HealthReport } from "#lib/providers/connect-contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { announceStatus } from "./announce-status.ts";
import { dropLaterCheck } from "./drop-later-check.ts";
import { enqueueCheck } from "./enqueue-check.ts";
import { healthOf } from "./health-of.ts";
import { ownLines } from "./own-lines.ts";
import { readCredentials } from "./read-credentials.ts";
import { wholeReport } from "./whole-report.ts";

export type CheckCause = "connect" | "person" | "schedule" | "error";
export type Checked = { status: "healthy" | "needs_attention" | "broken"; reason: string | null };

const firstRetryMs = 5 * 60_000;
const mostRetries = 5;

/**
 * Asks the platform how a connection is and stores the checklist. Its status changes only on what says something about
 * it: while the platform is out of reach it stays, and another look follows. Null when the connection is gone or was
 * renewed meanwhile, since the answer was about what it was before.
 */
export async function checkConnection(
  connectionId: string,
  cause: CheckCause,
  attempt = 0,
): Promise<Checked | null> {
  const started = performance.now();
  const subject = await asSystem((tx) => read(tx, connectionId));
  const provider = subject && findProvider(subject.connection.provider);
  if (!provider) return null;

  const health = await healthOf(connectionId, { isUrgent: cause === "person" || cause === "connect" });
  if ("paused" in health) {
    const delayMs = health.paused.getTime() - Date.now() + 1_000;
    await asSystem((tx) => enqueueCheck(tx, connectionId, { cause, attempt, delayMs }));
    return null;
  }
  const { version, limit } = health;
  const report = wholeReport(health.report, await ownLines(connectionId, provider, limit));

  return asSystem(async (tx) => {
    const now = await read(tx, connectionId, "lock");
    if (!now || (now.credentials.ok ? now.credentials.value.version : null) !== version) return null;

    const { connection } = now;
    const checked = conclusion(connection, report);
    const since = new Date();
    await tx
      .update(connections)
      .set({
        ...checkedColumns(report),
        status: checked.status,
        statusReason: checked.reason,
        ...(checked.status !== connection.status && { statusSince: since }),
      })
      .where(eq(connections.id, connectionId));
    await tx.insert(connectionChecks).values({
      organizationId: connection.organizationId,
      connectionId,
      status: checked.status,
      lines: report.lines,
      cause,
      durationMs: Math.round(performance.now() - started),
    });
    await announceStatus(tx, connectionId, { before: connection.status, after: checked.status, since });
    await dropLaterCheck(tx, connectionId);
    if (report.status === "unknown" && attempt < mostRetries) {
      await enqueueCheck(tx, connectionId, {
        cause,
        attempt: attempt + 1,
        delayMs: firstRetryMs * 2 ** attempt,
      });
    }
    await notifyOrganization(tx, connection.organizationId, "connections");
    return checked;
  });
}

async function read(tx: Transaction, connectionId: string, lock?: "lock") {
  const query = tx
    .select({
      organizationId: connections.organizationId,
      provider: connections.provider,
      externalId: connections.externalId,
      status: connections.status,
      statusReason: connections.statusReason,
    })
    .from(connections)
    .where(and(eq(connections.id, connectionId), ne(connections.status, "disconnected")));

  const [connection] = await (lock ? query.for("update") : query);
  return connection && { connection, credentials: await readCredentials(tx, connectionId) };
}

/** What could not be found out leaves things as they were; a connection that was never checked needs someone's eye. */
function conclusion(before: { status: string; statusReason: string | null }, report: HealthReport): Checked {
  if (report.status !== "unknown") return { status: report.status, reason: report.reason };

  if (before.status === "healthy" || before.status === "needs_attention" || before.status === "broken") {
    return { status: before.status, reason: before.statusReason };
  }
  return { status: "needs_attention", reason: report.reason };
}

function checkedColumns({ status, scopes, subscription }: HealthReport) {
  return {
    ...(scopes && { scopes }),
    ...(subscription && { webhookConfigured: subscription.isComplete }),
    ...(status !== "unknown" && { lastVerifiedAt: new Date() }),
  };
}
