import type { Json, MessageNews } from "#lib/providers/contract.ts";
import { facebookInterpreter } from "#lib/providers/facebook/interpret.ts";
import type { EventRow } from "./record-history.ts";

/** The message that a past event tells of, if it was worked off: what the figures count. */
export function messageOf({ status, eventType, payload }: EventRow): MessageNews | null {
  if (status !== "processed") return null;
  return facebookInterpreter.interpret({ eventType, payload: payload as Json }).message ?? null;
}
