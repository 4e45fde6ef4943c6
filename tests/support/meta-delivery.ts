import { createHmac, randomUUID } from "node:crypto";
import type { Json } from "#lib/providers/contract.ts";

type Options = { secret?: string; headers?: Record<string, string> };

/** A request as Meta would send it: this body, signed with the app secret of the test environment. */
export function metaDelivery(body: Json | string, { secret, headers }: Options = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const key = secret ?? process.env.META_APP_SECRET ?? "";
  const signature = createHmac("sha256", key).update(text).digest("hex");
  return {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}`, ...headers },
    body: text,
  };
}

/** The same as a `Request` to the Meta webhook. */
export function metaRequest(body: Json | string, options: Options = {}) {
  return new Request("http://localhost:3000/api/webhooks/meta", metaDelivery(body, options));
}

/** A delivery's body: one message to each Page named, or several to one. */
export function messageTo(pageId: string, { mid = `m_${randomUUID()}`, text = "Are you open?" } = {}) {
  const now = Date.now();
  return {
    object: "page",
    entry: [
      {
        id: pageId,
        time: now,
        messaging: [
          {
            sender: { id: "6500000000000001" },
            recipient: { id: pageId },
            timestamp: now,
            message: { mid, text },
          },
        ],
      },
    ],
  };
}
