import type { MetaEvent } from "../delivery/meta-event.ts";
import type { FacebookState } from "../state/types.ts";
import { echoEvent } from "./echo-event.ts";
import type { MessengerAction } from "./messenger-action.ts";
import { ofPage } from "./of-page.ts";
import { addMessage, newMid, threadWith } from "./threads.ts";

const pageInbox = "26390203743090";
const anotherApp = "413000000000001";

/** Turns an action into the event Messenger would tell of, and remembers what was said. */
export function messengerEvent(state: FacebookState, appId: string, action: MessengerAction): MetaEvent {
  const { pageId, customer, kind } = action;
  const thread = threadWith(state, pageId, customer);
  const at = Date.now();
  const text = action.text || "Hello";

  const lastOf = (fromPage: boolean) => thread.messages.findLast((message) => message.fromPage === fromPage);
  const event = (field: string, summary: string, item: object, sender = thread.psid): MetaEvent => ({
    ...ofPage(pageId),
    field,
    summary,
    content: {
      messaging: {
        sender: { id: sender },
        recipient: { id: sender === pageId ? thread.psid : pageId },
        timestamp: at,
        ...item,
      },
    },
  });

  switch (kind) {
    case "message": {
      const { mid } = addMessage(thread, { text, fromPage: false, at });
      return event("messages", `message from ${customer}`, { message: { mid, text } });
    }
    case "image": {
      const { mid } = addMessage(thread, { text: "(picture)", fromPage: false, at });
      const attachments = [
        { type: "image", payload: { url: "https://scontent.example/haircut.jpg?oh=1&oe=2" } },
      ];
      return event("messages", `picture from ${customer}`, { message: { mid, attachments } });
    }
    case "postback": {
      const { mid } = addMessage(thread, { text, fromPage: false, at });
      const postback = { mid, title: action.text || "Get started", payload: "GET_STARTED" };
      return event("messaging_postbacks", `postback from ${customer}`, { postback });
    }
    case "reaction": {
      const mid = lastOf(true)?.mid ?? newMid();
      const reaction = { reaction: "love", emoji: "\u2764\ufe0f", action: "react", mid };
      return event("message_reactions", `reaction from ${customer}`, { reaction });
    }
    case "read":
      return event("message_reads", `read by ${customer}`, { read: { watermark: at } });
    case "delivery": {
      const last = lastOf(true);
      const delivery = { ...(last ? { mids: [last.mid] } : {}), watermark: at };
      return event("message_deliveries", `delivered to ${customer}`, { delivery });
    }
    case "edit": {
      const last = lastOf(false) ?? addMessage(thread, { text, fromPage: false, at });
      last.text = text;
      return event("message_edits", `edit by ${customer}`, {
        message_edit: { mid: last.mid, text, num_edit: 1 },
      });
    }
    case "referral": {
      const referral = { ref: "newsletter", source: "SHORTLINK", type: "OPEN_THREAD" };
      return event("messaging_referrals", `referral of ${customer}`, { referral });
    }
    case "echo":
      return echoEvent(thread, addMessage(thread, { text, fromPage: true, at }), { appId: pageInbox });
    case "comment":
      return commentEvent(pageId, { id: thread.psid, name: customer }, text, at);
    case "handover": {
      const owners = { previous_owner_app_id: appId, new_owner_app_id: anotherApp, metadata: "handoff" };
      return event("messaging_handovers", `handover of ${customer}`, { pass_thread_control: owners });
    }
    case "standby": {
      const { mid } = addMessage(thread, { text, fromPage: false, at });
      const told = {
        sender: { id: thread.psid },
        recipient: { id: pageId },
        timestamp: at,
        message: { mid, text },
      };
      return {
        ...ofPage(pageId),
        field: "standby",
        summary: `standby message from ${customer}`,
        content: { standby: told },
      };
    }
    case "unknown":
      return event("messages", `unknown event from ${customer}`, { wave_from_the_future: { strength: 3 } });
  }
}

function commentEvent(
  pageId: string,
  from: { id: string; name: string },
  message: string,
  at: number,
): MetaEvent {
  const post = `${pageId}_77`;
  return {
    ...ofPage(pageId),
    field: "feed",
    summary: `comment by ${from.name}`,
    content: {
      change: {
        item: "comment",
        verb: "add",
        comment_id: `77_${at}`,
        post_id: post,
        parent_id: post,
        from,
        message,
        created_time: Math.floor(at / 1000),
      },
    },
  };
}
