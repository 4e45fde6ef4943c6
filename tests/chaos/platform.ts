import { createHmac } from "node:crypto";
import type { Seeded } from "./seeded.ts";

type Options = {
  url: string;
  secret: string;
  random: Seeded;
  /** Hears of each delivery that was answered with 200. */
  onAcknowledged: () => void;
};

/** What the platform knows at the end: what it sent, and how often each message was answered with 200. */
export type Ledger = { sent: Set<string>; forged: Set<string>; acknowledged: Map<string, number> };

type Message = { mid: string; pageId: string; senderId: string };

const patienceMs = 5_000;

/**
 * Posts as the platforms do: until it is answered with 200, the same again; now and then twice at once, or once more
 * though it was answered. A conversation's messages come one after another, as people write them. Now and then someone
 * who does not have the secret posts as well.
 */
export function platform({ url, secret, random, onAcknowledged }: Options) {
  const ledger: Ledger = { sent: new Set(), forged: new Set(), acknowledged: new Map() };

  async function converse(pageId: string, senderId: string, messages: number): Promise<void> {
    for (let written = 0; written < messages; ) {
      const together = Math.min(1 + random.below(3), messages - written);
      const delivery = Array.from({ length: together }, (_, at) => ({
        mid: `m_${pageId}_${senderId}_${written + at}`,
        pageId,
        senderId,
      }));
      written += together;

      if (random.chance(0.1)) await forge(pageId, senderId);
      await Promise.all([send(delivery), ...(random.chance(0.1) ? [send(delivery)] : [])]);
      if (random.chance(0.1)) await send(delivery);
    }
  }

  /** Until it is answered with 200, however often that takes. */
  async function send(delivery: Message[]): Promise<void> {
    for (const { mid } of delivery) ledger.sent.add(mid);
    while ((await post(bodyOf(delivery), secret)) !== 200) await pause(20 + random.below(180));

    for (const { mid } of delivery) ledger.acknowledged.set(mid, (ledger.acknowledged.get(mid) ?? 0) + 1);
    onAcknowledged();
  }

  async function forge(pageId: string, senderId: string): Promise<void> {
    const mid = `m_forged_${random.number()}`;
    ledger.forged.add(mid);
    const status = await post(bodyOf([{ mid, pageId, senderId }]), "another app's secret");
    if (status === 200) throw new Error("a forged delivery was taken");
  }

  async function post(body: string, key: string): Promise<number | undefined> {
    const signature = `sha256=${createHmac("sha256", key).update(body).digest("hex")}`;
    const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(url, { method: "POST", headers, body, signal }).catch(() => undefined);
    await answer?.body?.cancel().catch(() => {});
    return answer?.status;
  }

  return { converse, ledger };
}

function bodyOf(messages: Message[]): string {
  const pageId = messages[0]?.pageId;
  const timestamp = Date.now();
  const messaging = messages.map(({ mid, senderId }) => ({
    sender: { id: senderId },
    recipient: { id: pageId },
    timestamp,
    message: { mid, text: "Are you open on Sunday, and do you take walk-ins?" },
  }));
  return JSON.stringify({ object: "page", entry: [{ id: pageId, time: timestamp, messaging }] });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
