import type { EventContent, MetaEvent } from "../delivery/meta-event.ts";
import type { InstagramKind } from "./instagram-kinds.ts";
import { addMessage, newMid, threadWith, username } from "./threads.ts";
import type { InstagramState } from "./types.ts";

type Action = { userId: string; customer: string; kind: InstagramKind; text: string };

/** Turns an action into the event Instagram would tell of, and remembers what was said. */
export function instagramEvent(
  state: InstagramState,
  { userId, customer, kind, text: said }: Action,
): MetaEvent {
  const thread = threadWith(state, userId, customer);
  const at = Date.now();
  const text = said || "Hello";
  const lastOf = (fromBusiness: boolean) =>
    thread.messages.findLast((one) => one.fromBusiness === fromBusiness);

  const told = (field: string, what: string, content: EventContent): MetaEvent => ({
    object: "instagram",
    accountId: userId,
    entryId: userId,
    field,
    summary: `${what} from ${customer}`,
    content,
  });
  const item = (inner: object) => ({
    sender: { id: thread.igsid },
    recipient: { id: userId },
    timestamp: at,
    ...inner,
  });
  const messaging = (field: string, what: string, inner: object) =>
    told(field, what, { messaging: item(inner) });
  const message = (what: string, shown: string, inner: object) =>
    messaging("messages", what, { message: { mid: addMessage(thread, shown, false, at), ...inner } });

  switch (kind) {
    case "message":
      return message("message", text, { text });
    case "message-as-change": {
      const mid = addMessage(thread, text, false, at);
      return told("messages", "message", { change: item({ message: { mid, text } }) });
    }
    case "image":
      return message("picture", "(picture)", attachment("image", "a.jpg"));
    case "story-mention":
      return message("story mention", "(mentioned you in a story)", attachment("story_mention", "story"));
    case "story-reply": {
      const story = { id: "17900000000000001", url: "https://cdn.example/s" };
      return message("story reply", text, { text, reply_to: { story } });
    }
    case "ephemeral":
      return message("picture", "(picture that disappeared)", { attachments: [{ type: "ephemeral" }] });
    case "unsupported":
      return message("message", "(not passed on)", { is_unsupported: true });
    case "deleted": {
      const mid = lastOf(false)?.mid ?? newMid();
      thread.messages = thread.messages.filter((one) => one.mid !== mid);
      return messaging("messages", "unsent message", { message: { mid, is_deleted: true } });
    }
    case "reaction": {
      const reaction = { action: "react", reaction: "love", emoji: "\u2764\ufe0f" };
      return messaging("message_reactions", "reaction", {
        reaction: { mid: lastOf(true)?.mid ?? newMid(), ...reaction },
      });
    }
    case "read":
      return messaging("messaging_seen", "seen", { read: { mid: lastOf(true)?.mid ?? newMid() } });
    case "postback":
    case "postback-as-change": {
      const mid = addMessage(thread, said || "Opening hours", false, at);
      const inner = item({ postback: { mid, title: said || "Opening hours", payload: "HOURS" } });
      return told(
        "messaging_postbacks",
        "postback",
        kind === "postback" ? { messaging: inner } : { change: inner },
      );
    }
    case "referral": {
      const referral = { ref: "bio", source: "IGME-SOURCE-LINK", type: "OPEN_THREAD" };
      return messaging("messaging_referral", "referral", { referral });
    }
    case "edit": {
      const mid = lastOf(false)?.mid ?? addMessage(thread, text, false, at);
      for (const one of thread.messages) if (one.mid === mid) one.text = text;
      return messaging("message_edit", "edit", { message_edit: { mid, text, num_edit: 1 } });
    }
    case "comment":
    case "comment-bare": {
      const comment = {
        id: `180${at}1`,
        from: { id: thread.igsid, username: username(customer) },
        text,
        media: { id: "17900000000000009", media_product_type: "FEED" },
      };
      return told("comments", "comment", kind === "comment" ? { change: comment } : { bare: comment });
    }
    case "echo":
      return { ...echo(userId, thread.igsid, addMessage(thread, text, true, at), text, at) };
    case "test": {
      const value = { sender: { id: "12334" }, recipient: { id: "23245" }, timestamp: "1527459824" };
      const change = { ...value, message: { mid: "random_mid", text: "random_text" } };
      return { ...told("messages", "test", { change }), entryId: "0", always: true };
    }
    case "unknown":
      return messaging("messages", "unknown event", { wave_from_the_future: { strength: 3 } });
  }
}

/** What the account itself sent, told back. */
export function echo(userId: string, igsid: string, mid: string, text: string, timestamp: number): MetaEvent {
  const message = { mid, text, is_echo: true };
  return {
    object: "instagram",
    accountId: userId,
    entryId: userId,
    field: "message_echoes",
    summary: "echo",
    content: { messaging: { sender: { id: userId }, recipient: { id: igsid }, timestamp, message } },
  };
}

function attachment(type: string, file: string) {
  return { attachments: [{ type, payload: { url: `https://cdn.example/${file}` } }] };
}
