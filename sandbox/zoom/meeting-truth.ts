import { now } from "../clock.ts";
import { iso } from "./iso.ts";
import { courseOf, meetingsOf } from "./meetings-of.ts";
import { recordingResource } from "./recording-resource.ts";
import type { ZoomState, ZoomUser } from "./types.ts";

/** A person's meetings as Zoom would tell of them now, all at once: for who compares. */
export function meetingTruth(state: ZoomState, user: ZoomUser) {
  const meetings = meetingsOf(state, user);
  const isPaid = user.plan === "licensed";

  return {
    now: iso(now()),
    planned: meetings
      .filter(({ status }) => status === "scheduled")
      .map(({ uuid, id, occurrenceId = "", topic, startTime, duration }) => ({
        ...{ uuid, id: String(id), occurrenceId, topic, startTime: iso(startTime), duration },
      })),
    live: meetings.filter(({ status }) => status === "started").map(({ uuid }) => uuid),
    held: meetings
      .filter(({ status }) => status === "ended")
      .map((meeting) => ({
        uuid: meeting.uuid,
        id: String(meeting.id),
        topic: meeting.topic,
        startTime: iso(courseOf(meeting).from),
        endTime: iso(courseOf(meeting).to),
        stays: (isPaid ? meeting.participants : []).map(({ name, zoomId, email, joinedAt, leftAt }) => ({
          ...{ name, zoomId: zoomId ?? null, email: email ?? null, joinTime: iso(joinedAt) },
          leaveTime: iso(leftAt ?? courseOf(meeting).to),
        })),
        recordings: meeting.recorded
          ? recordingResource(meeting, user).recording_files.flatMap((file) =>
              "id" in file ? [file.id] : [],
            )
          : [],
      })),
  };
}
