import { expect, test } from "#tests/support/e2e.ts";
import { stackSql, stackValue } from "#tests/support/e2e-stack.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

const address = "/api/webhooks/meta";

test("the address answers Meta's handshake byte for byte, and no one else's", async ({ request }) => {
  const token = stackValue("META_WEBHOOK_VERIFY_TOKEN");
  const params = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": token };
  const answer = await request.get(address, { params });
  expect([answer.status(), await answer.text()]).toEqual([200, "1158201444"]);
  expect(answer.headers()["content-type"]).toBe("text/plain");

  const refused = await request.get(address, { params: { ...params, "hub.verify_token": `${token}x` } });
  expect(refused.status()).toBe(403);
});

test("only what Meta signed is taken, and what is refused is counted", async ({ request }) => {
  const pageId = `8${Date.now()}`;
  const sql = stackSql();
  const rejected = async () => {
    const [row] = await sql`select coalesce(sum(count), 0)::int as count from webhook_rejections
      where sender = 'meta' and reason in ('bad_signature', 'missing_signature')`;
    return Number(row?.count);
  };
  const before = await rejected();
  const good = metaDelivery(messageTo(pageId), { secret: stackValue("META_APP_SECRET") });
  const bad = metaDelivery(messageTo(pageId), { secret: "another app's secret" });
  const send = (delivery: { headers: Record<string, string>; body: string }) =>
    request.post(address, { headers: delivery.headers, data: Buffer.from(delivery.body) });

  expect((await send(bad)).status()).toBe(401);
  expect((await send({ headers: {}, body: good.body })).status()).toBe(401);
  expect((await send({ ...good, body: good.body.replace("open", "shut") })).status()).toBe(401);
  await expect.poll(rejected).toBeGreaterThanOrEqual(before + 3);
  const stored = () => sql`select duplicates from webhook_events where account_external_id = ${pageId}`;
  expect(await stored()).toHaveLength(0);

  expect((await send(good)).status()).toBe(200);
  expect((await send(good)).status()).toBe(200);
  expect(await stored()).toMatchObject([{ duplicates: 1 }]);
});

test("what stands before Next changes nothing on the way: streams, cookies and addresses pass through", async ({
  request,
  account,
  page,
}) => {
  const health = await request.get("/api/health");
  expect(await health.json()).toEqual({ status: "alive" });
  const ready = await request.get("/api/ready");
  expect(await ready.json()).toEqual({
    status: "ready",
    checks: { database: true, migrations: true, worker: true },
  });

  await page.goto(`/o/${account.slug}`);
  // The first words come while the stream stays open.
  const opening = await page.evaluate(async (slug) => {
    const response = await fetch(`/api/stream?organization=${slug}`);
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    return { type: response.headers.get("content-type"), text: new TextDecoder().decode(value) };
  }, account.slug);
  expect(opening.type).toBe("text/event-stream");
  expect(opening.text).toMatch(/^retry: [12]\d{3}\n\n/);
});

test("metrics and the clock ask for their secrets", async ({ request }) => {
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  for (const path of ["/api/metrics", "/api/cron"]) {
    expect((await request.get(path)).status()).toBe(401);
    expect((await request.get(path, as("guess"))).status()).toBe(401);
  }
  expect(await (await request.get("/api/metrics", as(stackValue("METRICS_TOKEN")))).text()).toContain(
    "# TYPE trunkline_workers gauge",
  );
  expect(await (await request.get("/api/cron", as(stackValue("CRON_SECRET")))).json()).toEqual({
    status: "done",
  });
});
