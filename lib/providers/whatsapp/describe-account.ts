import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import { quoted } from "../meta/wording.ts";
import { limitWords } from "./limit-words.ts";

/** News about the number or its account in one sentence; undefined for a field that is not known. */
export function describeAccount(field: string, value: JsonObject): string | undefined {
  const word = (name: string) => textIn(at(value, name));
  const event = word("event") ?? "";
  switch (field) {
    case "account_update":
      return known(accountNews, event) ?? `News about the WhatsApp account${inBrackets(event)}.`;
    case "phone_number_quality_update":
      return describeLimit(value, event);
    case "message_template_status_update":
      return describeTemplate(value, event);
    case "phone_number_name_update": {
      const name = word("requested_verified_name");
      const named = name ? `The name ${quoted(name)}` : "The name";
      return word("decision") === "APPROVED"
        ? `${named} was approved.`
        : `${named} was not approved${inBrackets(word("rejection_reason") ?? word("decision"))}.`;
    }
    case "account_review_update":
      return `Meta has reviewed the WhatsApp account${inBrackets(word("decision"))}.`;
    case "account_alerts": {
      const alert = objectIn(at(value, "alert_info"));
      const text = textIn(at(alert, "alert_description")) ?? textIn(at(alert, "alert_type"));
      return `Meta warns about the WhatsApp account${text ? `: ${quoted(text)}` : "."}`;
    }
    case "security":
      return `${event === "PIN_CHANGED" ? "The PIN" : "A security setting"} of ${numberIn(value)} was changed.`;
    default:
      return undefined;
  }
}

const accountNews: Readonly<Record<string, string>> = {
  ACCOUNT_RESTRICTION: "Meta has restricted the WhatsApp account.",
  ACCOUNT_VIOLATION: "Meta says that the WhatsApp account broke its rules.",
  DISABLED_UPDATE: "Meta has disabled the WhatsApp account.",
  ACCOUNT_DELETED: "The WhatsApp account was deleted.",
  ACCOUNT_OFFBOARDED: "The WhatsApp account was taken off the platform.",
  ACCOUNT_RECONNECTED: "The WhatsApp account is back on the platform.",
  PARTNER_ADDED: "The WhatsApp account was shared with a partner.",
  PARTNER_REMOVED: "The WhatsApp account is no longer shared with a partner.",
  PARTNER_APP_INSTALLED: "An app was connected to the WhatsApp account.",
  PARTNER_APP_UNINSTALLED: "An app was taken off the WhatsApp account.",
  VERIFIED_ACCOUNT: "Meta has verified the WhatsApp account.",
};

const limitNews: Readonly<Record<string, string>> = {
  ONBOARDING: "is registered",
  THROUGHPUT_UPGRADE: "may send more at once",
  UPGRADE: "may write to more customers",
  DOWNGRADE: "may write to fewer customers",
  FLAGGED: "is flagged for its quality",
  UNFLAGGED: "is no longer flagged for its quality",
};

function describeLimit(value: JsonObject, event: string): string {
  const tier =
    textIn(at(value, "max_daily_conversations_per_business")) ?? textIn(at(value, "current_limit")) ?? "";
  const limit = tier ? ` Limit: ${limitWords(tier)}.` : "";
  return `${numberIn(value)} ${known(limitNews, event) ?? "has a new limit"}.${limit}`;
}

const templateNews: Readonly<Record<string, string>> = {
  APPROVED: "was approved",
  REJECTED: "was rejected",
  PENDING: "is being reviewed",
  PAUSED: "is paused",
  DISABLED: "was disabled",
  FLAGGED: "is flagged for its quality",
  REINSTATED: "can be used again",
  DELETED: "was deleted",
};

function describeTemplate(value: JsonObject, event: string): string {
  const name = textIn(at(value, "message_template_name"));
  const reason = textIn(at(value, "reason"));
  const deed = known(templateNews, event) ?? `has a new state${inBrackets(event)}`;
  return `${name ? `The template ${quoted(name)}` : "A template"} ${deed}${inBrackets(reason === "NONE" ? "" : reason)}.`;
}

function numberIn(value: JsonObject): string {
  const digits = textIn(at(value, "display_phone_number"))?.replaceAll(/\D/g, "");
  return digits ? `+${digits}` : "The number";
}

const known = (meanings: Readonly<Record<string, string>>, word: string) =>
  Object.hasOwn(meanings, word) ? meanings[word] : undefined;

const inBrackets = (word: string | undefined) => (word ? ` (${word})` : "");
