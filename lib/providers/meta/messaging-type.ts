import type { ProviderId } from "../contract.ts";
import { at, type JsonObject, objectIn } from "../json-values.ts";
import { unknownKind } from "./unknown-kind.ts";

/** The subscription field that each inner object of a messaging item belongs to. */
const fields: Record<string, string> = {
  message: "messages",
  postback: "messaging_postbacks",
  delivery: "message_deliveries",
  read: "message_reads",
  reaction: "message_reactions",
  message_edit: "message_edits",
  referral: "messaging_referrals",
  optin: "messaging_optins",
  pass_thread_control: "messaging_handovers",
  take_thread_control: "messaging_handovers",
  request_thread_control: "messaging_handovers",
  app_roles: "messaging_handovers",
  policy_enforcement: "messaging_policy_enforcement",
  account_linking: "messaging_account_linking",
  order: "send_cart",
};

/** Instagram has its own words for some of them. */
const instagramFields: Record<string, string> = {
  message_reads: "messaging_seen",
  message_edits: "message_edit",
  messaging_referrals: "messaging_referral",
  messaging_handovers: "messaging_handover",
};

const addressing = ["sender", "recipient", "timestamp"];

/** The kind of a messaging item in the words of the webhook fields; an unknown inner object's own name. */
export function messagingType(provider: ProviderId, item: JsonObject): string {
  const inner = Object.keys(fields).find((name) => at(item, name) !== undefined);
  if (!inner) return unknownKind(item, addressing, "messaging");

  if (inner === "message" && at(objectIn(at(item, "message")), "is_echo") === true) return "message_echoes";
  const field = fields[inner] ?? inner;
  return provider === "instagram" ? (instagramFields[field] ?? field) : field;
}
