import { externalUserId, visibleAddress } from "./customers.ts";
import type { inboundDetails } from "./inbound-details.ts";
import type { Customer, Message } from "./types.ts";

type Details = ReturnType<typeof inboundDetails> & { isLegacy: boolean };

/** The form that tells the app of an inbound message. The order is nobody's business, so it is a mixed one. */
export function inboundParams(customer: Customer, message: Message, details: Details): [string, string][] {
  const { sid, accountSid, from, to, media } = message;
  const context = { context: { ProfileName: customer.name, WaId: customer.phone.slice(1) } };
  const identity: Record<string, string> = details.isLegacy
    ? {}
    : { ExternalUserId: externalUserId(customer) };
  const phone: Record<string, string> = customer.hidesPhone
    ? { ProfileUsername: customer.name.toLowerCase().replaceAll(/\W+/g, ".") }
    : { WaId: customer.phone.slice(1) };
  const [file] = media;
  const attached: Record<string, string> = file
    ? {
        MediaContentType0: file.contentType,
        MediaUrl0: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${file.sid}`,
      }
    : {};

  return Object.entries({
    ...identity,
    SmsMessageSid: sid,
    FrequentlyForwarded: "false",
    NumMedia: String(media.length),
    ProfileName: customer.name,
    MessageType: details.type,
    SmsSid: sid,
    ...phone,
    SmsStatus: "received",
    Body: message.body,
    Forwarded: "false",
    To: to,
    NumSegments: "1",
    ReferralNumMedia: "0",
    MessageSid: sid,
    AccountSid: accountSid,
    ChannelMetadata: JSON.stringify({ type: "whatsapp", data: context }),
    From: customer.hidesPhone ? visibleAddress(customer) : from,
    ApiVersion: "2010-04-01",
    ...attached,
    ...details.more,
  });
}
