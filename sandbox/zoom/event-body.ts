import { randomBytes } from "node:crypto";
import { iso } from "./iso.ts";
import { recordingResource } from "./recording-resource.ts";
import type { Meeting, Participant, ZoomUser } from "./types.ts";

type Told = Record<string, unknown>;

/** An event's envelope. Times are the true ones: what the app compares them with is its own clock. */
export function eventBody(
  event: string,
  user: ZoomUser,
  object: Told,
  beside: Told = {},
  payload: Told = {},
) {
  return {
    event,
    event_ts: Date.now(),
    ...beside,
    payload: { account_id: user.accountId, ...payload, object },
  };
}

/** A meeting in the events of its course, where its id is a string. */
export function courseObject(meeting: Meeting, user: ZoomUser): Told {
  return {
    id: String(meeting.id),
    uuid: meeting.uuid,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: iso(meeting.startedAt ?? meeting.startTime),
    ...(meeting.endedAt === null ? {} : { end_time: iso(meeting.endedAt) }),
    timezone: user.timezone,
    duration: minutes(meeting),
  };
}

/** A meeting in the event of its making, where its id is a number. */
export function createdObject(meeting: Meeting, user: ZoomUser): Told {
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: iso(meeting.startTime),
    duration: meeting.duration,
    timezone: user.timezone,
    join_url: `https://us06web.zoom.us/j/${meeting.id}?pwd=abc`,
    password: "123456",
    settings: {
      use_pmi: false,
      alternative_hosts: "",
      join_before_host: false,
      jbh_time: 0,
      meeting_invitees: [],
    },
    tracking_fields: [],
  };
}

export function participantObject({ userId, uuid, name, joinedAt, leftAt }: Participant): Told {
  return {
    user_id: userId,
    user_name: name,
    id: "",
    participant_uuid: uuid,
    participant_user_id: "",
    join_time: iso(joinedAt),
    ...(leftAt === null
      ? {}
      : { leave_time: iso(leftAt), leave_reason: `left the meeting. Reason: ${name} left` }),
    email: "",
    registrant_id: "",
    customer_key: "",
    phone_number: "",
  };
}

/** The files of a recording, and beside the payload the token to fetch them: a credential. */
export function recordingObject(meeting: Meeting, user: ZoomUser): { object: Told; beside: Told } {
  return {
    beside: { download_token: `eyJ${randomBytes(60).toString("base64url")}` },
    object: {
      ...courseObject(meeting, user),
      ...recordingResource(meeting, user),
      host_email: user.email,
      password: "",
      recording_play_passcode: randomBytes(18).toString("base64url"),
      on_prem: false,
      auto_delete: false,
      participant_audio_files: [],
    },
  };
}

function minutes({ startedAt, endedAt, duration }: Meeting): number {
  return startedAt === null || endedAt === null
    ? duration
    : Math.max(1, Math.round((endedAt - startedAt) / 60_000));
}
