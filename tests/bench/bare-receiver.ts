import { createHmac, timingSafeEqual } from "node:crypto";
import postgres from "postgres";
import { withTheCrowd } from "#lib/webhooks/crowd.ts";
import { groupCommit } from "#lib/webhooks/group-commit.ts";

/**
 * The least that could be called a webhook: signature, one durable row, true. What the app does beyond it is its cost.
 * The same for both bare servers, so that they differ in nothing but what carries the request.
 */
export function bareReceiver() {
  const sql = postgres(process.env.DATABASE_URL ?? "", { onnotice: () => {} });
  const secret = process.env.META_APP_SECRET ?? "";
  const made = sql`create table if not exists baseline (key text primary key, body jsonb not null)`.execute();

  const store = groupCommit<{ key: string; body: string }>({
    commit: async (items) => {
      await made;
      await sql`
        insert into baseline (key, body)
        select key, body::jsonb from unnest(${items.map((item) => item.key)}::text[], ${items.map((item) => item.body)}::text[])
          as item (key, body)
        on conflict do nothing`;
    },
    isItemsFault: () => false,
    maxInFlight: 2,
    maxBatchWeight: 1_000,
    maxWaitingWeight: 20_000,
  });

  return async (body: Buffer, signature: string): Promise<boolean> => {
    const claimed = Buffer.from(signature.slice(7), "hex");
    const expected = createHmac("sha256", secret).update(body).digest();
    if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) return false;

    const text = body.toString();
    const key = JSON.parse(text).entry[0].messaging[0].message.mid;
    await withTheCrowd();
    await store.add({ key, body: text }, 1);
    return true;
  };
}
