import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import postgres from "postgres";
import { groupCommit } from "#lib/webhooks/group-commit.ts";

// The least that could be called a webhook: signature, one durable row, 200. What the app does beyond it is its cost.
const sql = postgres(process.env.DATABASE_URL ?? "", { onnotice: () => {} });
const secret = process.env.META_APP_SECRET ?? "";
await sql`create table if not exists baseline (key text primary key, body jsonb not null)`;

const store = groupCommit<{ key: string; body: string }>({
  commit: async (items) => {
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

const server = createServer(async (incoming, outgoing) => {
  const body = await buffer(incoming);
  const claimed = Buffer.from(String(incoming.headers["x-hub-signature-256"] ?? "").slice(7), "hex");
  const expected = createHmac("sha256", secret).update(body).digest();
  if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) {
    return void outgoing.writeHead(401).end();
  }
  const text = body.toString();
  await store.add({ key: JSON.parse(text).entry[0].messaging[0].message.mid, body: text }, 1);
  outgoing.writeHead(200).end();
});
server.listen(Number(process.env.PORT));
