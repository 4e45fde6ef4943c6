import type { EventInterpreter, Json } from "../contract.ts";
import { at, listIn, objectIn } from "../json-values.ts";
import { describeAccount } from "./describe-account.ts";
import { describeMessage } from "./describe-message.ts";
import { describeErrors, describeStatus } from "./describe-status.ts";

const labels: Record<string, string> = {
  messages: "Message received",
  statuses: "Delivery status",
  errors: "Problem reported",
  account_update: "Account news",
  account_review_update: "Account reviewed",
  account_alerts: "Warning from Meta",
  phone_number_quality_update: "Limit changed",
  phone_number_name_update: "Name reviewed",
  message_template_status_update: "Template changed",
  message_template_quality_update: "Template quality",
  business_capability_update: "Abilities changed",
  security: "Security setting changed",
};

/** What happens on a WhatsApp number, told to the person who runs it. */
export const whatsappInterpreter: EventInterpreter = {
  label: (eventType) => (Object.hasOwn(labels, eventType) ? labels[eventType] : undefined) ?? eventType,
  interpret: ({ eventType, payload }) => ({ summary: summarize(eventType, payload) }),
};

function summarize(eventType: string, payload: Json): string {
  const entry = objectIn(listIn(at(objectIn(payload), "entry"))[0]);
  const value = objectIn(at(objectIn(listIn(at(entry, "changes"))[0]), "value"));
  const first = (list: string) => objectIn(listIn(at(value, list))[0]);

  switch (eventType) {
    case "messages":
      return describeMessage(value, first("messages"));
    case "statuses":
      return describeStatus(value, first("statuses"));
    case "errors":
      return `WhatsApp reports a problem. ${describeErrors(at(value, "errors"))}`.trim();
    default:
      return describeAccount(eventType, value) ?? `${whatsappInterpreter.label(eventType)}.`;
  }
}
