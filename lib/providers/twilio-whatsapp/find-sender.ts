import { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { twilio } from "./api.ts";
import { SenderResource } from "./sender-resource.ts";

/** No business has as many numbers; it ends a list that never would. */
const mostPages = 50;

const SenderList = z.object({
  senders: z.array(z.unknown()),
  meta: z.object({ next_page_url: z.string().nullish() }).catch({ next_page_url: null }),
});

const host = "messaging.twilio.com";
const path = "/v2/Channels/Senders";

/** The sender of this SID; Twilio's 404 when the account has none such. */
export function readSender(secrets: Secrets, sid: string): Promise<Answer<SenderResource>> {
  return twilio(secrets, { host, path: `${path}/${encodeURIComponent(sid)}` }, SenderResource);
}

/** The account's WhatsApp sender with this number, looked for on every page of its list; null when it has none. */
export async function findSender(secrets: Secrets, number: string): Promise<Answer<SenderResource | null>> {
  let query: Record<string, string> = { Channel: "whatsapp", PageSize: "20" };

  for (let page = 0; page < mostPages; page++) {
    const answer = await twilio(secrets, { host, path, query }, SenderList);
    if (!answer.ok) return answer;

    const senders = answer.value.senders.flatMap((item) => SenderResource.safeParse(item).data ?? []);
    const found = senders.find(({ sender_id: address }) => address === `whatsapp:${number}`);
    if (found) return { ok: true, value: found };

    const next = answer.value.meta.next_page_url;
    if (!next || !URL.canParse(next)) return { ok: true, value: null };
    // Only what the next page asks for: credentials go where we send them, not where an answer says.
    query = { ...query, ...Object.fromEntries(new URL(next).searchParams) };
  }
  return { ok: true, value: null };
}
