import { z } from "zod";
import type { Account, Answer, AppCredentials, Secrets } from "../connect-contract.ts";
import type { ProviderEvent } from "../contract.ts";
import { storableText } from "../storable-text.ts";
import { twilio } from "./api.ts";
import { listedMedia } from "./listed-media.ts";
import { numberOf } from "./number-of.ts";

const mostPages = 20;

const ListedMessage = z.object({
  sid: z.string(),
  direction: z.string(),
  from: z.string(),
  to: z.string(),
  body: z
    .string()
    .nullish()
    .transform((text) => text ?? ""),
  date_sent: z.string().nullish(),
  date_created: z.string().nullish(),
  num_media: z.coerce.string().catch("0"),
  num_segments: z.coerce.string().catch("1"),
  messaging_service_sid: z.string().nullish(),
});
type ListedMessage = z.output<typeof ListedMessage>;

const MessageList = z.object({ messages: z.array(z.unknown()), next_page_uri: z.string().nullish() });

/**
 * The messages that customers wrote since then, from Twilio's list, under the keys their webhooks have: one that did arrive
 * is a duplicate. The list knows no names, buttons, places or ads, and nothing of statuses.
 */
export async function catchUpMessages(
  _app: AppCredentials,
  account: Account,
  since: Date,
): Promise<Answer<ProviderEvent[]>> {
  const { secrets } = account;
  const path = `/2010-04-01/Accounts/${encodeURIComponent(secrets.accountSid ?? "")}/Messages.json`;
  let query: Record<string, string> = {
    To: `whatsapp:${numberOf(account)}`,
    "DateSent>": since.toISOString().slice(0, 10),
    PageSize: "200",
  };
  const events: ProviderEvent[] = [];

  for (let page = 0; page < mostPages; page++) {
    const answer = await twilio(secrets, { host: "api.twilio.com", path, query }, MessageList);
    if (!answer.ok) return answer;

    for (const item of answer.value.messages) {
      const message = ListedMessage.safeParse(item).data;
      if (message?.direction !== "inbound") continue;
      const sentAt = instant(message.date_sent) ?? instant(message.date_created);
      if (sentAt && sentAt < since) continue;
      events.push(await toEvent(account, message, sentAt));
    }

    const next = answer.value.next_page_uri;
    if (!next) break;
    query = { ...query, ...Object.fromEntries(new URLSearchParams(next.split("?")[1] ?? "")) };
  }
  // The list is newest first; conversations are read the other way.
  return { ok: true, value: events.reverse() };
}

/** In the words of the webhook, so that whoever reads the event need not know where it came from. */
async function toEvent(
  account: Account,
  message: ListedMessage,
  sentAt: Date | null,
): Promise<ProviderEvent> {
  const form = {
    MessageSid: message.sid,
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    AccountSid: account.secrets.accountSid ?? "",
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: message.num_media,
    NumSegments: message.num_segments,
    SmsStatus: "received",
    ApiVersion: "2010-04-01",
    ...(message.messaging_service_sid && { MessagingServiceSid: message.messaging_service_sid }),
    ...(await media(account.secrets, message)),
  };
  return {
    provider: "twilio_whatsapp",
    accountExternalId: account.externalId,
    eventType: "message",
    externalId: message.sid,
    occurredAt: sentAt,
    payload: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, storableText(value)])),
  };
}

function media(secrets: Secrets, { sid, num_media: count }: ListedMessage): Promise<Record<string, string>> {
  return Number(count) > 0 ? listedMedia(secrets, sid) : Promise.resolve({});
}

function instant(text: string | null | undefined): Date | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : new Date(at);
}
