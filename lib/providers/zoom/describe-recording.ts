import { at, type JsonObject, listIn, objectIn } from "../json-values.ts";
import { meetingName } from "./wording.ts";

const deeds: Readonly<Record<string, string>> = {
  "recording.started": "The recording of * started.",
  "recording.paused": "The recording of * was paused.",
  "recording.resumed": "The recording of * goes on.",
  "recording.stopped": "The recording of * stopped.",
  "recording.transcript_completed": "The transcript of * is ready.",
  "recording.trashed": "The recording of * was moved to the trash.",
  "recording.recovered": "The recording of * was taken out of the trash.",
  "recording.deleted": "The recording of * was deleted.",
};

/** A recording's event in one sentence; undefined for another kind. */
export function describeRecording(eventType: string, payload: JsonObject): string | undefined {
  const object = objectIn(at(payload, "object"));
  const meeting = meetingName(object);
  if (eventType === "recording.completed") {
    const files = listIn(at(object, "recording_files")).length;
    const count = files > 0 ? `, ${files} ${files === 1 ? "file" : "files"}` : "";
    return `The recording of ${meeting} is ready${count}.`;
  }
  const deed = Object.hasOwn(deeds, eventType) ? deeds[eventType] : undefined;
  // A function, since the topic may hold the signs that `replace` reads.
  return deed?.replace("*", () => meeting);
}
