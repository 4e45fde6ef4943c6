import { iso } from "./iso.ts";
import { meetingsOf } from "./meetings-of.ts";
import { pageOf } from "./page-of.ts";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";
import { ZoomError } from "./zoom-error.ts";

const kinds: Record<string, (meeting: Meeting) => boolean> = {
  scheduled: () => true,
  live: ({ status }) => status === "started",
  upcoming: ({ status }) => status !== "ended",
  upcoming_meetings: ({ status }) => status !== "ended",
  previous_meetings: ({ status }) => status === "ended",
};

/** A person's scheduled meetings, paged by a token that lasts 15 minutes. Instant ones are never listed. */
export function listMeetings(state: ZoomState, user: ZoomUser, query: Record<string, string>) {
  const isWanted = kinds[query.type ?? "live"];
  const size = Math.min(300, Number(query.page_size ?? 30));
  if (!isWanted || !Number.isInteger(size) || size < 1) {
    throw new ZoomError(400, { code: 300, message: "Validation Failed." });
  }
  const listed = meetingsOf(state, user).filter((meeting) => meeting.type !== 1 && isWanted(meeting));
  const all = query.type === "previous_meetings" ? withLastOfSeries(listed) : listed;
  const { page, next } = pageOf(all, size, query.next_page_token ?? "");

  return {
    next_page_token: next,
    page_count: Math.ceil(all.length / size),
    page_number: 1,
    page_size: size,
    total_records: all.length,
    meetings: page.map((meeting) => ({
      uuid: meeting.uuid,
      id: meeting.id,
      host_id: meeting.hostId,
      topic: meeting.topic,
      type: meeting.type,
      start_time: iso(meeting.startTime),
      duration: meeting.duration,
      timezone: user.timezone,
      created_at: iso(meeting.startTime - 7 * 86_400_000),
      ...(meeting.agenda ? { agenda: meeting.agenda } : {}),
      join_url: `https://us06web.zoom.us/j/${meeting.id}?pwd=sandbox`,
    })),
  };
}

/** Of what repeats, only the last time is among the previous meetings: the others are its instances. */
function withLastOfSeries(meetings: readonly Meeting[]): Meeting[] {
  const last = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return meetings.filter((meeting) => last.get(meeting.id) === meeting);
}
