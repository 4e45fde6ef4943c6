import { expect } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { sql } from "./database.ts";
import { metaRequest } from "./meta-delivery.ts";

const receive = receiver(metaWebhook);
const minuteMs = 60_000;

async function deliver(object: string, entry: object) {
  const body = JSON.stringify({ object, entry: [entry] });
  expect((await receive(metaRequest(body))).status).toBe(200);
}

type Account = { id: string; externalId: string };
const tenHoursAgo = Math.floor(Date.now() / 1000) * 1000 - 600 * minuteMs;
/** So many minutes into a time that began ten hours ago. */
export const moment = (minutes: number) => tenHoursAgo + minutes * minuteMs;

/** Messages of one side at these times, delivered together and worked off. */
export async function says(page: Account, customer: string, times: number[], kind: "received" | "sent") {
  const [sender, recipient] = kind === "sent" ? [page.externalId, customer] : [customer, page.externalId];
  const messaging = times.map((at) => ({
    sender: { id: sender },
    recipient: { id: recipient },
    timestamp: at,
    message: { mid: `m_${crypto.randomUUID()}`, text: "…", ...(kind === "sent" && { is_echo: true }) },
  }));
  await deliver("page", { id: page.externalId, time: Date.now(), messaging });
  await processPending(page.id);
}

/** The waits that are kept, by customer and time: who, since when, until when. */
export const waitsOf = async (connectionId: string) => {
  const rows = await sql`
    select contact, asked_at, answered_at, open_seconds from first_replies where connection_id = ${connectionId}
    order by contact, asked_at`;
  return rows.map(({ contact, asked_at, answered_at }) => [
    contact,
    asked_at.getTime(),
    answered_at?.getTime() ?? null,
  ]);
};
/** All that is counted of a connection. */
export const countsOf = async (connectionId: string) => {
  const [row] = await sql`
    select sum(received)::int as received, sum(sent)::int as sent, sum(delivered)::int as delivered, sum(read)::int as read,
      sum(failed)::int as failed, sum(started)::int as started
    from message_counts where connection_id = ${connectionId} having count(*) > 0`;
  return { ...row };
};

/** What became of a message of a WhatsApp number's, delivered and worked off. */
export async function becomes(number: Account, id: string, status: string, minutes: number) {
  const timestamp = String(moment(minutes) / 1000);
  const statuses = [{ id, status, timestamp, recipient_id: "15550002222" }];
  const value = { metadata: { phone_number_id: number.externalId }, statuses };
  await deliver("whatsapp_business_account", { id: "1", changes: [{ field: "messages", value }] });
  await processPending(number.id);
}
