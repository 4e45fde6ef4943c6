import "server-only";
import { interpreterFor } from "#lib/providers/registry.ts";
import type { EventSummary } from "./list-events.ts";

/** An event of a list in plain words: what happened or, until that is known, what stands in the way. */
export function describeRow(event: EventSummary) {
  const { id, status, provider, eventType, attempts, receivedAt, processedAt } = event;
  return {
    id,
    status,
    provider,
    eventType,
    attempts,
    receivedAt: receivedAt.toISOString(),
    account: event.accountName ?? event.accountExternalId ?? "Unknown account",
    label: interpreterFor(provider).label(eventType),
    summary: event.summary ?? event.errorMessage ?? "Not worked off yet.",
    tookMs: processedAt ? processedAt.getTime() - receivedAt.getTime() : null,
  };
}
