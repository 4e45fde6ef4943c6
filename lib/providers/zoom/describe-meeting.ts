import { at, type JsonObject, listIn, objectIn, textIn } from "../json-values.ts";
import { meetingName, shortened } from "./wording.ts";

/** A meeting's event in one sentence, such as “Bo Guest joined “Weekly sync”.”; undefined for another kind. */
export function describeMeeting(eventType: string, payload: JsonObject): string | undefined {
  const object = objectIn(at(payload, "object"));
  const meeting = meetingName(object);
  const who = shortened(textIn(at(objectIn(at(object, "participant")), "user_name")) ?? "") || "Someone";

  switch (eventType) {
    case "meeting.created":
      return `${meeting} was planned${startOf(object)}.`;
    case "meeting.updated":
      return `${meeting} was changed${changesIn(object)}.`;
    case "meeting.deleted":
      return `${listIn(at(object, "occurrences")).length > 0 ? `Some times of ${meeting} were` : `${meeting} was`} deleted.`;
    case "meeting.started":
      return `${meeting} started.`;
    case "meeting.ended":
      return `${meeting} ended${lengthOf(object)}.`;
    case "meeting.participant_joined":
      return `${who} joined ${meeting}.`;
    case "meeting.participant_left":
      return `${who} left ${meeting}.`;
    case "meeting.participant_joined_waiting_room":
      return `${who} is waiting to join ${meeting}.`;
    case "meeting.participant_left_waiting_room":
      return `${who} left the waiting room of ${meeting}.`;
    case "meeting.participant_admitted":
      return `${who} was let into ${meeting}.`;
    default:
      return undefined;
  }
}

/** In the meeting's own time zone and day, since a sentence has no reader to ask for theirs. */
function startOf(object: JsonObject): string {
  const moment = new Date(textIn(at(object, "start_time")) ?? Number.NaN);
  if (Number.isNaN(moment.getTime())) return "";

  const format = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(moment);
  const zone = textIn(at(object, "timezone")) ?? "UTC";
  try {
    return ` for ${format(zone)} (${zone})`;
  } catch {
    return ` for ${format("UTC")} (UTC)`;
  }
}

/** How long it was meant to take, in minutes, as Zoom's `duration` says; what it took stands in its two times. */
function lengthOf(object: JsonObject): string {
  const from = Date.parse(textIn(at(object, "start_time")) ?? "");
  const to = Date.parse(textIn(at(object, "end_time")) ?? "");
  const minutes = Math.round((to - from) / 60_000);
  return minutes >= 1 ? ` after ${minutes} ${minutes === 1 ? "minute" : "minutes"}` : "";
}

const words: Readonly<Record<string, string>> = {
  topic: "topic",
  start_time: "time",
  duration: "length",
  timezone: "time zone",
  agenda: "agenda",
  recurrence: "repetition",
  settings: "settings",
};

/** An update carries only what changed, beside the ids. */
function changesIn(object: JsonObject): string {
  const changed = Object.entries(words).flatMap(([key, word]) => (Object.hasOwn(object, key) ? [word] : []));
  return changed.length > 0 ? `: ${changed.join(", ")}` : "";
}
