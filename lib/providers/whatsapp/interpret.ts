import type { EventInterpreter, Interpretation, Json } from "../contract.ts";
import { at, listIn, objectIn } from "../json-values.ts";
import { unknownEvent } from "../unknown-event.ts";
import { describeAccount } from "./describe-account.ts";
import { describeMessage } from "./describe-message.ts";
import { describeErrors, describeStatus } from "./describe-status.ts";
import { lookAfterErrors, lookAfterNews } from "./look-after.ts";
import { receivedNews, statusNews } from "./message-news.ts";

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
  label: (eventType) => ownLabel(eventType) ?? eventType,
  interpret: ({ eventType, payload }) => interpret(eventType, payload),
};

const ownLabel = (eventType: string) => (Object.hasOwn(labels, eventType) ? labels[eventType] : undefined);

function interpret(eventType: string, payload: Json): Interpretation {
  const entry = objectIn(listIn(at(objectIn(payload), "entry"))[0]);
  const value = objectIn(at(objectIn(listIn(at(entry, "changes"))[0]), "value"));
  const first = (list: string) => objectIn(listIn(at(value, list))[0]);

  switch (eventType) {
    case "messages":
      return {
        summary: describeMessage(value, first("messages")),
        ...receivedNews(value, first("messages")),
      };
    case "statuses": {
      const status = first("statuses");
      return {
        summary: describeStatus(value, status),
        ...statusNews(entry, value, status),
        ...lookAfterErrors(at(status, "errors")),
      };
    }
    case "errors": {
      const errors = at(value, "errors");
      const summary = `WhatsApp reports a problem. ${describeErrors(errors)}`.trim();
      return { summary, ...lookAfterErrors(errors) };
    }
    default: {
      const sentence = describeAccount(eventType, value);
      const label = ownLabel(eventType);
      if (!sentence && !label) return unknownEvent(eventType);
      return { summary: sentence ?? `${label}.`, ...lookAfterNews(eventType, value) };
    }
  }
}
