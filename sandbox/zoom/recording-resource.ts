import { createHash } from "node:crypto";
import { iso } from "./iso.ts";
import { courseOf } from "./meetings-of.ts";
import type { Meeting, ZoomUser } from "./types.ts";

/** The recording of one instance, the same in the list and in the event, but for the credentials that come with an event. */
export function recordingResource(meeting: Meeting, user: ZoomUser) {
  const share = createHash("sha256").update(meeting.uuid).digest("base64url").slice(0, 32);
  const { from, to } = courseOf(meeting);
  const file = (kind: string, type: string, bytes: number) => ({
    id: `${share.slice(0, 12)}-${type.toLowerCase()}`,
    meeting_id: meeting.uuid,
    recording_start: iso(from),
    recording_end: iso(to),
    file_type: type,
    file_extension: type === "TRANSCRIPT" ? "VTT" : type,
    file_size: bytes,
    play_url: `https://us06web.zoom.us/rec/play/${share}`,
    download_url: `https://us06web.zoom.us/rec/webhook_download/${share}`,
    status: "completed",
    recording_type: kind,
  });
  const files =
    meeting.type === 8
      ? [
          file("shared_screen_with_speaker_view", "MP4", 52_000_000),
          file("audio_only", "M4A", 9_000_000),
          file("audio_transcript", "TRANSCRIPT", 24_000),
          timeline(meeting, share),
        ]
      : [file("shared_screen_with_speaker_view", "MP4", 52_000_000)];

  return {
    uuid: meeting.uuid,
    id: meeting.id,
    account_id: user.accountId,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: iso(from),
    timezone: user.timezone,
    duration: Math.max(1, Math.round((to - from) / 60_000)),
    total_size: 52_428_800,
    recording_count: files.length,
    share_url: `https://us06web.zoom.us/rec/share/${share}`,
    recording_files: files,
  };
}

/** A timeline is a file like the others, without an id and a kind. */
function timeline({ uuid, startedAt, startTime }: Meeting, share: string) {
  return {
    meeting_id: uuid,
    recording_start: iso(startedAt ?? startTime),
    recording_end: iso(startedAt ?? startTime),
    file_type: "TIMELINE",
    file_extension: "JSON",
    file_size: 900,
    download_url: `https://us06web.zoom.us/rec/webhook_download/${share}-t`,
    status: "completed",
  };
}
