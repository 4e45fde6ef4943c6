import type { Interpretation } from "../contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";

/**
 * The message that an item of a conversation is, on Messenger or Instagram: what a customer wrote or tapped, or, as an echo,
 * what the business answered, with whatever app. Nothing for one that was taken back or that an account wrote to itself.
 */
export function messageNews(
  account: string | undefined,
  kind: string,
  item: JsonObject,
): Pick<Interpretation, "message"> {
  const isEcho = kind === "message_echoes";
  if (!isEcho && kind !== "messages" && kind !== "messaging_postbacks") return {};
  if (at(objectIn(at(item, "message")), "is_deleted") === true) return {};

  const customer = objectIn(at(item, isEcho ? "recipient" : "sender"));
  const contact = textIn(at(customer, "id")) ?? null;
  if (contact !== null && contact === account) return {};
  return { message: { kind: isEcho ? "sent" : "received", contact } };
}
