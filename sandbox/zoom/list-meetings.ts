import { iso } from "./iso.ts";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";
import { ZoomError } from "./zoom-error.ts";

const pageTokenLifeMs = 15 * 60_000;

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
  const all = state.meetings
    .filter((meeting) => meeting.hostId === user.id && meeting.type !== 1 && isWanted(meeting))
    .toSorted((a, b) => a.startTime - b.startTime);
  const start = readPageToken(query.next_page_token ?? "");

  return {
    next_page_token: start + size < all.length ? pageToken(start + size) : "",
    page_count: Math.ceil(all.length / size),
    page_number: 1,
    page_size: size,
    total_records: all.length,
    meetings: all.slice(start, start + size).map((meeting) => ({
      uuid: meeting.uuid,
      id: meeting.id,
      host_id: meeting.hostId,
      topic: meeting.topic,
      type: meeting.type,
      start_time: iso(meeting.startTime),
      duration: meeting.duration,
      timezone: user.timezone,
      created_at: iso(meeting.startTime - 7 * 86_400_000),
      join_url: `https://us06web.zoom.us/j/${meeting.id}?pwd=sandbox`,
    })),
  };
}

function pageToken(start: number): string {
  return Buffer.from(`${start}:${Date.now() + pageTokenLifeMs}`).toString("base64url");
}

function readPageToken(token: string): number {
  if (!token) return 0;
  const [start, expiresAt] = Buffer.from(token, "base64url").toString().split(":").map(Number);
  if (start === undefined || !expiresAt || expiresAt < Date.now()) {
    throw new ZoomError(400, { code: 300, message: "The next page token is invalid or expired." });
  }
  return start;
}
