import "server-only";
import type { Json } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { foretold } from "./foretold.ts";
import type { EventSummary } from "./list-events.ts";

/** An event of a list in plain words: what happened or, until that is known, what stands in the way. */
export function describeRow(event: EventSummary) {
  const { id, status, provider, eventType, attempts, receivedAt, processedAt, unread } = event;
  // What the column holds went in as JSON and comes out as JSON.
  const unreadWords = unread === null ? null : foretold({ provider, eventType, payload: unread as Json });
  return {
    id,
    status,
    provider,
    eventType,
    attempts,
    receivedAt: receivedAt.toISOString(),
    account: event.accountName ?? event.accountExternalId ?? "Unknown account",
    label: interpreterFor(provider).label(eventType),
    summary: event.summary ?? event.errorMessage ?? unreadWords ?? "Not worked off yet.",
    tookMs: processedAt ? processedAt.getTime() - receivedAt.getTime() : null,
  };
}
