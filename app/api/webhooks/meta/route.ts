import { webhookSenders } from "#lib/providers/webhook-senders.ts";
import { receiver } from "#lib/webhooks/receiver.ts";

const receive = receiver(webhookSenders.meta);

// Every method is ours to answer: Next's own 405 would differ from the other mount's.
export {
  receive as DELETE,
  receive as GET,
  receive as HEAD,
  receive as OPTIONS,
  receive as PATCH,
  receive as POST,
  receive as PUT,
};
