import type { Json } from "../contract.ts";
import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import type { MeetingNews } from "../synchronization.ts";
import { instantOf, toldMeeting } from "./told-meeting.ts";
import { toldRecordings } from "./told-recordings.ts";
import { toldStay } from "./told-stay.ts";

type News = Omit<MeetingNews, "uuid" | "meetingId" | "toldAt" | "topic">;

/** What an event tells of meetings; empty where it tells nothing of them, or not of which, or not when. */
export function meetingNews(eventType: string, event: JsonObject): MeetingNews[] {
  const object = objectIn(at(objectIn(at(event, "payload")), "object"));
  const uuid = textIn(at(object, "uuid")) ?? null;
  const meetingId = textIn(at(object, "id"));
  const toldAt = momentOf(at(event, "event_ts"));
  if (!meetingId || !toldAt) return [];

  const { topic } = toldMeeting(object);
  const told = newsIn(eventType, object);
  return told.map((news) => ({ uuid, meetingId, toldAt, ...(topic && { topic }), ...news }));
}

function newsIn(eventType: string, object: JsonObject): News[] {
  const { startsAt, durationMinutes, ...lasting } = toldMeeting(object);
  const begun = startsAt && { startsAt };
  const planned = durationMinutes && { durationMinutes };

  switch (eventType) {
    case "meeting.created":
      return eachTime(object, { ...lasting, ...begun, ...planned, status: "scheduled" });
    case "meeting.updated": {
      const change = { ...lasting, ...begun, ...planned };
      return Object.keys(change).length > 0 ? eachTime(object, change) : [];
    }
    case "meeting.deleted":
      return deletions(object);
    case "meeting.started":
      return [{ ...lasting, ...begun, ...planned, endsAt: null, status: "live" }];
    case "meeting.ended": {
      // Its `duration` may be what was planned or what it took; the two times say what it took.
      const endsAt = instantOf(object, "end_time");
      return [{ ...lasting, ...begun, ...(endsAt && { endsAt }), status: "ended" }];
    }
    case "meeting.participant_joined":
      return stay(object, { ...lasting, ...begun, status: "live" });
    case "meeting.participant_left":
      return stay(object, { ...lasting, ...begun });
    case "recording.completed":
    case "recording.recovered": {
      const recordings = toldRecordings(at(object, "recording_files"));
      return recordings.length > 0 ? [{ ...lasting, ...begun, recordings }] : [];
    }
    case "recording.trashed":
    case "recording.deleted":
      return [{ ...begun, recordings: [] }];
    default:
      return [];
  }
}

/** A repeating meeting is one plan a time. */
function eachTime(object: JsonObject, whole: News): News[] {
  const times = timesIn(object);
  return times.length === 0 ? [whole] : times.map((time) => ({ ...whole, ...time }));
}

/** All of it, or only some of its times. */
function deletions(object: JsonObject): News[] {
  const times = timesIn(object);
  if (times.length === 0) return [{ status: "deleted" }];
  return times.map(({ occurrenceId }) => ({ occurrenceId, status: "deleted" }));
}

const mostTimes = 60;

/** The times of a repeating meeting, as `occurrences` lists them. */
export function timesIn(
  object: JsonObject,
): (Required<Pick<MeetingNews, "occurrenceId" | "status">> & Pick<MeetingNews, "startsAt">)[] {
  return listIn(at(object, "occurrences"))
    .slice(0, mostTimes)
    .map(objectIn)
    .flatMap((time) => {
      const occurrenceId = textIn(at(time, "occurrence_id"));
      const { startsAt, durationMinutes } = toldMeeting(time);
      if (!occurrenceId) return [];
      const status = at(time, "status") === "deleted" ? "deleted" : "scheduled";
      return [
        { occurrenceId, status, ...(startsAt && { startsAt }), ...(durationMinutes && { durationMinutes }) },
      ];
    });
}

function stay(object: JsonObject, news: News): News[] {
  const told = toldStay(objectIn(at(object, "participant")));
  return told ? [{ ...news, stays: { list: [told], isComplete: false } }] : [];
}

function momentOf(value: Json | undefined): Date | null {
  const milliseconds = Number(textIn(value) ?? Number.NaN);
  return milliseconds > 0 && milliseconds < 4_102_444_800_000 ? new Date(milliseconds) : null;
}
