import "server-only";
import type { Json } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import type { EventDetail } from "./find-event.ts";
import { foretold } from "./foretold.ts";

/** An event with its kind and its account in plain words. */
export function describeEvent(event: EventDetail) {
  // What the column holds went in as JSON and comes out as JSON.
  const payload = event.payload as Json;
  return {
    ...event,
    payload,
    summary: event.summary ?? (event.status === "pending" ? foretold({ ...event, payload }) : null),
    label: interpreterFor(event.provider).label(event.eventType),
    account: event.accountName ?? event.accountExternalId ?? "Unknown account",
  };
}
