import { at, type JsonObject, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import type { Stay } from "../synchronization.ts";
import { instantOf } from "./told-meeting.ts";

/**
 * Someone's stay, from an event or from the list of who came; null when nothing in it says when. A person is known by their id
 * at Zoom, else by their address, else, as a guest, by the name they gave: it is all that coming back leaves the same.
 */
export function toldStay(person: JsonObject): Stay | null {
  const name = storableText(textIn(at(person, "user_name")) ?? textIn(at(person, "name")) ?? "", 200).trim();
  const email = textIn(at(person, "email")) ?? textIn(at(person, "user_email")) ?? null;
  const userId = textIn(at(person, "id")) ?? textIn(at(person, "participant_user_id"));
  const joinedAt = instantOf(person, "join_time") ?? null;
  const leftAt = instantOf(person, "leave_time") ?? null;
  if (!joinedAt && !leftAt) return null;

  const identity = userId
    ? `user:${userId}`
    : email
      ? `email:${email.toLowerCase()}`
      : `guest:${name.toLowerCase()}`;
  return {
    identity: storableText(identity, 400),
    name: name || "Someone without a name",
    email: email && storableText(email, 320),
    joinedAt,
    leftAt,
  };
}
