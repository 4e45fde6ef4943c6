import "server-only";
import { findMeetingId } from "#lib/meetings/find-meeting-id.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { Json } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";
import type { EventDetail } from "./find-event.ts";

/** The id of the meeting an event told of; nothing for an event of anything else, or one that was not worked off. */
export async function toldMeeting(member: Member, event: EventDetail): Promise<string | undefined> {
  const { connectionId, status, provider, eventType } = event;
  if (!connectionId || status !== "processed") return undefined;

  const news = toldOf(provider, eventType, event.payload as Json);
  return news && findMeetingId(member, connectionId, news);
}

function toldOf(provider: string, eventType: string, payload: Json): MeetingNews | undefined {
  try {
    const { effect } = interpreterFor(provider).interpret({ eventType, payload });
    return effect?.kind === "meetings" ? effect.news[0] : undefined;
  } catch {
    // What it told may have been erased since it was worked off.
    return undefined;
  }
}
