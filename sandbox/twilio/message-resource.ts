import { rfc2822 } from "./dates.ts";
import type { Message } from "./types.ts";

/** A message as the 2010 API tells of it: counts are strings, and the error text is not to be relied on. */
export function messageResource(message: Message) {
  const uri = `/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: message.accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.updatedAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    to: message.to,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.media.length),
    num_segments: "1",
    price: null,
    price_unit: null,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    uri: `${uri}.json`,
  };
}
