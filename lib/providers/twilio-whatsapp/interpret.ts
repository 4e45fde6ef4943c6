import type { EventInterpreter, Interpretation } from "../contract.ts";
import { isAccountFault } from "../fault-verdict.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";
import { unknownEvent } from "../unknown-event.ts";
import { describeMessage, describeOrigin } from "./describe-message.ts";
import { meaningOf } from "./errors.ts";
import { messageNews } from "./message-news.ts";
import { personIn } from "./person.ts";

const labels: Record<string, string> = {
  message: "Message received",
  other: "Other notice from Twilio",
  "status.accepted": "Accepted",
  "status.scheduled": "Scheduled",
  "status.queued": "Queued",
  "status.sending": "Sending",
  "status.sent": "Sent",
  "status.delivered": "Delivered",
  "status.read": "Read",
  "status.partially_delivered": "Delivered in part",
  "status.undelivered": "Not delivered",
  "status.failed": "Not sent",
  "status.canceled": "Canceled",
};

const deeds: Record<string, string> = {
  "status.accepted": "was accepted by Twilio",
  "status.scheduled": "is scheduled",
  "status.queued": "is waiting to be sent",
  "status.sending": "is being sent",
  "status.sent": "was sent",
  "status.delivered": "was delivered",
  "status.read": "was read",
  "status.partially_delivered": "was delivered in part",
  "status.undelivered": "was not delivered",
  "status.failed": "could not be sent",
  "status.canceled": "was canceled",
};

/** What happens at a WhatsApp number at Twilio, told to the person who runs it. */
export const twilioInterpreter: EventInterpreter = {
  label: (eventType) => own(labels, eventType) ?? eventType,
  interpret: ({ eventType, payload }) => interpret(eventType, objectIn(payload)),
};

function interpret(eventType: string, form: JsonObject): Interpretation {
  if (eventType === "message") {
    const person = personIn(form, "From");
    const said = describeMessage(form);
    // A tap is something they did, anything else something they sent.
    const summary = /^(chose|tapped) /.test(said)
      ? `${capital(person)} ${said}${describeOrigin(form)}`
      : `Message from ${person}: ${said}${describeOrigin(form)}`;
    return { summary, ...messageNews(eventType, form) };
  }
  if (!eventType.startsWith("status.")) return unknownEvent(twilioInterpreter.label(eventType));

  const deed = own(deeds, eventType) ?? `is now ${quoted(eventType.slice("status.".length))}`;
  return {
    summary: `Your message to ${personIn(form, "To")} ${deed}${reason(form)}`,
    ...messageNews(eventType, form),
    ...(isAboutAccount(form) && { effect: { kind: "check" } as const, needsAccess: true as const }),
  };
}

/** The message failed for what the account or the number has become, not for itself or its reader. */
function isAboutAccount(form: JsonObject): boolean {
  const meaning = meaningOf(Number(textIn(at(form, "ErrorCode")) ?? Number.NaN));
  return meaning !== null && isAccountFault(meaning.kind);
}

/** Twilio's text is as often empty as not, so the code decides; what the channel said is better than nothing. */
function reason(form: JsonObject): string {
  const code = textIn(at(form, "ErrorCode"));
  if (!code) return ".";

  const meaning = meaningOf(Number(code));
  if (meaning) return `: ${meaning.sentence} ${meaning.nextStep}`;
  const said = textIn(at(form, "ErrorMessage")) ?? textIn(at(form, "ChannelStatusMessage"));
  return said ? `: Twilio says ${quoted(said)} (${code}).` : `: Twilio gives no reason but its code ${code}.`;
}

const own = (words: Record<string, string>, key: string) =>
  Object.hasOwn(words, key) ? words[key] : undefined;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
