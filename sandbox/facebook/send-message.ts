import { now } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Call, Caller } from "./call.ts";
import { echoEvent } from "./echo-event.ts";
import { isGranted, roleOn } from "./grants.ts";
import { GraphError } from "./graph-error.ts";
import { hasTask } from "./permissions.ts";
import { readObject } from "./read-object.ts";
import { lacksRole, needsPageToken, needsPermission } from "./refusals.ts";
import { addMessage } from "./threads.ts";

const window = 24 * 3_600_000;
const longestText = 2_000;

/** POST /{page}/messages: text within 24 hours of the customer's last message. */
export function sendMessage({ facebook, config, delivery }: Sandbox, call: Call, caller: Caller) {
  if (caller.kind !== "page") throw needsPageToken();
  const { page, person } = caller;
  if (!isGranted(facebook, person.id, "pages_messaging")) throw needsPermission("pages_messaging");
  if (!hasTask(roleOn(person, page.id)?.tasks ?? [], "MESSAGING")) throw lacksRole();

  const recipient = readObject(call.params.recipient);
  const thread = facebook.threads[String(recipient.id)];
  if (!thread || thread.pageId !== page.id) {
    throw new GraphError(100, "(#100) No matching user found", { subcode: 2018001 });
  }
  if (call.params.sender_action) return { recipient_id: thread.psid };

  const { text, metadata } = readObject(call.params.message);
  if (typeof text !== "string" || text === "")
    throw new GraphError(100, "(#100) The parameter message is required.");
  if (text.length > longestText) {
    throw new GraphError(100, "(#100) Length of param message[text] must be less than or equal to 2000");
  }
  if (now() - (thread.lastInboundAt ?? 0) > window && call.params.tag !== "HUMAN_AGENT") {
    throw new GraphError(10, "(#10) This message is sent outside of allowed window.", { subcode: 2018278 });
  }

  const message = addMessage(thread, { text, fromPage: true, at: Date.now() });
  const sender = { appId: config.meta.appId, metadata: typeof metadata === "string" ? metadata : undefined };
  delivery.emit(echoEvent(thread, message, sender));
  return { recipient_id: thread.psid, message_id: message.mid };
}
