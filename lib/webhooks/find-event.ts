import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { webhookAttempts, webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { receivedAtOf } from "./event-identity.ts";
import { isEventId } from "./is-event-id.ts";

export type EventDetail = NonNullable<Awaited<ReturnType<typeof findEvent>>>;

const Headers = z.record(z.string(), z.string());

/** One event with its attempts, or nothing when the organization has none of this id. */
export async function findEvent(member: Member, eventId: string) {
  if (!isEventId(eventId)) return undefined;
  const receivedAt = receivedAtOf(eventId);

  return asUser(member, async (tx) => {
    const [event] = await tx
      .select({
        id: webhookEvents.id,
        receivedAt: webhookEvents.receivedAt,
        occurredAt: webhookEvents.occurredAt,
        provider: webhookEvents.provider,
        connectionId: webhookEvents.connectionId,
        accountName: connections.displayName,
        accountExternalId: webhookEvents.accountExternalId,
        eventType: webhookEvents.eventType,
        externalId: webhookEvents.externalId,
        payload: webhookEvents.payload,
        payloadHash: webhookEvents.payloadHash,
        headers: webhookEvents.headers,
        verifiedWith: webhookEvents.verifiedWith,
        status: webhookEvents.status,
        attempts: webhookEvents.attempts,
        nextAttemptAt: webhookEvents.nextAttemptAt,
        errorMessage: webhookEvents.errorMessage,
        summary: webhookEvents.summary,
        processedAt: webhookEvents.processedAt,
        duplicates: webhookEvents.duplicates,
        duplicateTimes: webhookEvents.duplicateTimes,
        parkedFor: webhookEvents.parkedFor,
        problemId: webhookEvents.problemId,
        replayId: webhookEvents.replayId,
      })
      .from(webhookEvents)
      .leftJoin(connections, eq(connections.id, webhookEvents.connectionId))
      .where(
        and(
          eq(webhookEvents.id, eventId),
          eq(webhookEvents.receivedAt, receivedAt),
          eq(webhookEvents.organizationId, member.organizationId),
        ),
      );
    if (!event) return undefined;

    const { attempt, startedAt, durationMs, outcome, errorMessage } = webhookAttempts;
    const tries = await tx
      .select({ attempt, startedAt, durationMs, outcome, errorMessage })
      .from(webhookAttempts)
      .where(and(eq(webhookAttempts.eventId, eventId), eq(webhookAttempts.eventReceivedAt, receivedAt)))
      .orderBy(asc(attempt));
    return { ...event, headers: Headers.catch({}).parse(event.headers), tries };
  });
}
