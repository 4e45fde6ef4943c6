import "server-only";
import type { Json } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import type { EventDetail } from "./find-event.ts";

/** An event with its kind and its account in plain words. */
export function describeEvent(event: EventDetail) {
  return {
    ...event,
    // What the column holds went in as JSON and comes out as JSON.
    payload: event.payload as Json,
    label: interpreterFor(event.provider).label(event.eventType),
    account: event.accountName ?? event.accountExternalId ?? "Unknown account",
  };
}
