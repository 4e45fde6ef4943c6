import type { EventInterpreter, Interpretation, Json } from "../contract.ts";
import { at, objectIn, textIn } from "../json-values.ts";
import { unknownEvent } from "../unknown-event.ts";
import { describeMeeting } from "./describe-meeting.ts";
import { describeRecording } from "./describe-recording.ts";
import { zoomLabels } from "./labels.ts";
import { meetingNews } from "./meeting-news.ts";
import { deauthorizedEvent } from "./split.ts";
import { capitalized } from "./wording.ts";

/** What happens in a Zoom account, told to the person whose meetings they are. */
export const zoomInterpreter: EventInterpreter = { label, interpret };

const ownLabel = (eventType: string) =>
  Object.hasOwn(zoomLabels, eventType) ? zoomLabels[eventType] : undefined;

function label(eventType: string): string {
  return ownLabel(eventType) ?? eventType;
}

function interpret({ eventType, payload }: { eventType: string; payload: Json }): Interpretation {
  const whole = objectIn(payload);
  const inner = objectIn(at(whole, "payload"));
  if (eventType === deauthorizedEvent) {
    const summary = "The person removed this app at Zoom.";
    const authorizedBy = textIn(at(inner, "user_id"));
    return authorizedBy ? { summary, effect: { kind: "grant_withdrawn", authorizedBy } } : { summary };
  }
  const sentence = describeMeeting(eventType, inner) ?? describeRecording(eventType, inner);
  if (sentence) {
    const news = meetingNews(eventType, whole);
    const summary = capitalized(sentence);
    return news.length > 0 ? { summary, effect: { kind: "meetings", news } } : { summary };
  }
  const known = ownLabel(eventType);
  return known ? { summary: `${known}.` } : unknownEvent(eventType);
}
