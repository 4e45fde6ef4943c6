import "server-only";
import type { Json } from "#lib/providers/contract.ts";
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
    summary: event.summary ?? event.errorMessage ?? foretold(event) ?? "Not worked off yet.",
    tookMs: processedAt ? processedAt.getTime() - receivedAt.getTime() : null,
  };
}

/** What it will be told as when it has been worked off: people need not wait for the worker to read what came. */
function foretold({ provider, eventType, unread }: EventSummary): string | undefined {
  if (unread === null) return undefined;
  try {
    // What the column holds went in as JSON and comes out as JSON.
    return interpreterFor(provider).interpret({ eventType, payload: unread as Json }).summary;
  } catch {
    // What is wrong with it is told by the worker, whose try it fails.
    return undefined;
  }
}
