import { conversations, type Turn } from "./conversations.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

export type PastDelivery = { receivedAt: Date; body: string };

/**
 * What Meta would have posted for this Page over the last `days` days, oldest first: a few conversations a day,
 * spread over opening hours. The same for the same Page and moment, so that a second run writes nothing new.
 */
export function pastDeliveries(pageId: string, now: Date, days = 7): PastDelivery[] {
  const midnight = Math.floor(now.getTime() / day) * day;
  const deliveries: PastDelivery[] = [];

  for (let ago = days - 1; ago >= 0; ago--) {
    const opening = midnight - ago * day + 8 * 60 * minute;
    const perDay = 2 + (ago % 3);
    for (let slot = 0; slot < perDay; slot++) {
      const number = ago * 5 + slot;
      const turns = conversations[number % conversations.length] ?? [];
      const begins = opening + slot * 150 * minute + ((number * 37) % 60) * minute;
      turns.forEach((turn, index) => {
        const at = begins + index * (2 + (number % 4)) * minute;
        deliveries.push({
          receivedAt: new Date(at + 900),
          body: deliveryBody(pageId, customerId(number), turn, at, `${number}_${index}`),
        });
      });
    }
  }
  return deliveries.filter(({ receivedAt }) => receivedAt < now);
}

const customerId = (number: number) => `65000000000${String(10_000 + (number % 9)).slice(1)}1`;

function deliveryBody(pageId: string, customer: string, turn: Turn, at: number, key: string): string {
  const entry =
    turn.kind === "comment"
      ? { id: pageId, time: Math.floor(at / 1000), changes: [comment(pageId, customer, turn, at, key)] }
      : { id: pageId, time: at + 400, messaging: [messaging(pageId, customer, turn, at, key)] };
  return JSON.stringify({ object: "page", entry: [entry] });
}

function messaging(pageId: string, customer: string, turn: Turn, at: number, key: string) {
  const incoming = { sender: { id: customer }, recipient: { id: pageId }, timestamp: at };
  const mid = `m_demo_${key}`;

  switch (turn.kind) {
    case "echo":
      return {
        sender: { id: pageId },
        recipient: { id: customer },
        timestamp: at,
        message: { mid, is_echo: true, app_id: 26390203743090, text: turn.text },
      };
    case "image":
      return {
        ...incoming,
        message: { mid, attachments: [{ type: "image", payload: { url: "https://cdn.example/fade.jpg" } }] },
      };
    case "postback":
      return { ...incoming, postback: { mid, title: turn.title, payload: turn.payload } };
    case "reaction":
      return {
        ...incoming,
        reaction: { mid, action: "react", reaction: turn.reaction, emoji: turn.emoji },
      };
    case "edit":
      return { ...incoming, message_edit: { mid, text: turn.text, num_edit: 1 } };
    case "delivery":
      return { ...incoming, delivery: { mids: [mid], watermark: at } };
    case "read":
      return { ...incoming, read: { watermark: at } };
    default:
      return { ...incoming, message: { mid, text: "text" in turn ? turn.text : "" } };
  }
}

function comment(
  pageId: string,
  customer: string,
  turn: Extract<Turn, { kind: "comment" }>,
  at: number,
  key: string,
) {
  return {
    field: "feed",
    value: {
      item: "comment",
      verb: "add",
      comment_id: `77_${key}`,
      post_id: `${pageId}_77`,
      from: { id: customer, name: turn.name },
      message: turn.text,
      created_time: Math.floor(at / 1000),
    },
  };
}
