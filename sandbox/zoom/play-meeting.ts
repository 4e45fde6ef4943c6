import { randomInt } from "node:crypto";
import { addMeeting, newUuid } from "./add-user.ts";
import { courseObject, createdObject, eventBody, participantObject, recordingObject } from "./event-body.ts";
import type { MeetingKind } from "./meeting-kinds.ts";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";

type Act = { kind: MeetingKind; text: string };

/** Lets something happen to a person's meetings, and tells what Zoom would send of it, in order. */
export function playMeeting(state: ZoomState, user: ZoomUser, { kind, text }: Act): object[] {
  const operator = { operator: user.email, operator_id: user.id };
  const course = (event: string, meeting: Meeting, more: object = {}) =>
    eventBody(event, user, { ...courseObject(meeting, user), ...more });

  switch (kind) {
    case "created": {
      const meeting = addMeeting(state, user.id, {
        topic: text || "Weekly sync",
        startTime: Date.now() + 3_600_000,
      });
      return [
        eventBody(
          "meeting.created",
          user,
          createdObject(meeting, user),
          {},
          { ...operator, operation: "all" },
        ),
      ];
    }
    case "started":
      return [course("meeting.started", start(state, user, text))];
    case "joined": {
      const meeting = running(state, user);
      const participant = {
        userId: String(randomInt(16_000_000, 17_000_000)),
        uuid: newUuid().replace(/=+$/, ""),
        name: text || "Bo Guest",
        joinedAt: Date.now(),
        leftAt: null,
      };
      meeting.participants.push(participant);
      return [course("meeting.participant_joined", meeting, { participant: participantObject(participant) })];
    }
    case "left": {
      const meeting = running(state, user);
      const participant = meeting.participants.findLast(
        ({ leftAt, name }) => leftAt === null && (!text || name === text),
      );
      if (!participant) return [];
      participant.leftAt = Date.now();
      return [course("meeting.participant_left", meeting, { participant: participantObject(participant) })];
    }
    case "ended":
      return [course("meeting.ended", end(running(state, user)))];
    case "swapped": {
      const meeting = start(state, user, text);
      const started = course("meeting.started", meeting);
      const ended = course("meeting.ended", end(meeting));
      return [{ ...ended, event_ts: Date.now() + 1 }, started];
    }
    case "recording": {
      const meeting = state.meetings.findLast(
        ({ hostId, endedAt }) => hostId === user.id && endedAt !== null,
      );
      const recorded = Object.assign(meeting ?? end(start(state, user, text)), { recorded: true });
      const { object, beside } = recordingObject(recorded, user);
      return [eventBody("recording.completed", user, object, beside)];
    }
    case "updated":
    case "deleted": {
      const meeting = state.meetings.find(
        ({ hostId, status }) => hostId === user.id && status === "scheduled",
      );
      if (!meeting) return [];
      if (kind === "deleted") {
        state.meetings.splice(state.meetings.indexOf(meeting), 1);
        const object = { ...courseObject(meeting, user), id: meeting.id };
        return [eventBody("meeting.deleted", user, object, {}, { ...operator, operation: "all" })];
      }
      meeting.topic = text || "Weekly sync, moved";
      const changed = { id: meeting.id, uuid: meeting.uuid, host_id: user.id, topic: meeting.topic };
      return [eventBody("meeting.updated", user, changed, {}, operator)];
    }
    case "unknown":
      return [eventBody("meeting.hologram_projected", user, { id: "1", host_id: user.id, strength: 3 })];
  }
}

function start(state: ZoomState, user: ZoomUser, topic: string): Meeting {
  const at = Date.now();
  const named = { topic: topic || "Weekly sync", startTime: at };
  return addMeeting(state, user.id, { ...named, status: "started", startedAt: at });
}

function running(state: ZoomState, user: ZoomUser): Meeting {
  return (
    state.meetings.findLast(({ hostId, status }) => hostId === user.id && status === "started") ??
    start(state, user, "")
  );
}

function end(meeting: Meeting): Meeting {
  return Object.assign(meeting, { status: "ended", endedAt: Date.now() });
}
