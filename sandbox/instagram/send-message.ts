import { now } from "../clock.ts";
import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { readObject } from "../facebook/read-object.ts";
import type { Sandbox } from "../sandbox.ts";
import { echo } from "./instagram-event.ts";
import { addMessage } from "./threads.ts";
import { notAllowed } from "./tokens.ts";
import type { InstagramState } from "./types.ts";

const window = 24 * 3_600_000;
const longestText = 1_000;

/** POST /{id|me}/messages: text within 24 hours of the customer's last message. */
export function sendMessage({ delivery }: Sandbox, state: InstagramState, call: Call, userId: string) {
  if (!state.grants[userId]?.includes("instagram_business_manage_messages")) throw notAllowed();

  const thread = state.threads[String(readObject(call.params.recipient).id)];
  if (thread?.userId !== userId) {
    throw new GraphError(100, "(#100) No matching user found", { subcode: 2018001 });
  }
  if (call.params.sender_action) return { recipient_id: thread.igsid };

  const { text } = readObject(call.params.message);
  if (typeof text !== "string" || text === "")
    throw new GraphError(100, "(#100) The parameter message is required.");
  if (Buffer.byteLength(text) > longestText) {
    throw new GraphError(100, "(#100) Length of param message[text] must be less than or equal to 1000");
  }
  if (now() - (thread.lastInboundAt ?? 0) > window && call.params.tag !== "HUMAN_AGENT") {
    throw new GraphError(10, "(#10) This message is sent outside of allowed window.", { subcode: 2534022 });
  }

  const at = Date.now();
  const mid = addMessage(thread, text, true, at);
  delivery.emit(echo(userId, thread.igsid, mid, text, at));
  return { recipient_id: thread.igsid, message_id: mid };
}
