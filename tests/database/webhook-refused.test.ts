import { beforeAll, beforeEach, expect, test } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { twilioWebhook } from "#lib/providers/twilio-whatsapp/webhook.ts";
import { listRefused } from "#lib/webhooks/list-refused.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { countRejection, flushRejections } from "#lib/webhooks/rejections.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

let acme: Organization;
beforeAll(async () => {
  acme = await anOrganization();
});
beforeEach(() => sql`truncate webhook_rejections, webhook_rejection_samples`);

const start = new Date("2031-05-06T10:00:00Z");
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const request = (index: number) => ({
  method: "POST",
  url: `http://localhost/api/webhooks/zoom?n=${index}`,
  headers: new Headers({ "user-agent": `caller ${index}`, authorization: "Bearer hunter2" }),
  bodyBytes: index,
});
const samples = () => sql`select * from webhook_rejection_samples order by received_at`;

async function refused(range: Parameters<typeof listRefused>[1], now: Date, member = acme.admin) {
  const listed = await listRefused(member, range, now);
  if (!listed.ok) throw new Error(listed.error);
  return listed.value;
}

test("a refused request leaves a sample without its body and without what proves it", async () => {
  const forged = metaRequest(messageTo("1122334455", { text: "a private word" }), { secret: "wrong" });
  const signature = forged.headers.get("x-hub-signature-256") ?? "none";
  expect((await receiver(metaWebhook)(forged)).status).toBe(401);
  await flushRejections();

  const [sample] = await samples();
  expect(sample).toMatchObject({
    sender: "meta",
    reason: "bad_signature",
    method: "POST",
    path: "/api/webhooks/meta",
    headers: { "content-type": "application/json", "x-hub-signature-256": "present, 71 characters" },
  });
  expect(sample?.body_bytes).toBeGreaterThan(100);
  for (const secret of ["a private word", "1122334455", signature]) {
    expect(JSON.stringify(sample)).not.toContain(secret);
  }
});

test("an attack of ten thousand in a minute writes one count and one sample of each cause", async () => {
  for (let index = 0; index < 10_000; index += 1) {
    countRejection("zoom", index % 2 ? "bad_signature" : "stale", request(index), minutesLater(1));
  }
  await flushRejections();

  expect(await samples()).toHaveLength(2);
  const counts = await sql`select reason, count from webhook_rejections order by reason`;
  expect(counts).toEqual([
    { reason: "bad_signature", count: 5_000 },
    { reason: "stale", count: 5_000 },
  ]);
});

test("the newest five samples of a cause are kept, and another cause's are left alone", async () => {
  countRejection("zoom", "unparsable", request(0), minutesLater(10));
  for (let index = 1; index <= 9; index += 1) {
    countRejection("zoom", "too_large", request(index), minutesLater(10 + index));
    if (index % 2 === 0) await flushRejections();
  }
  await flushRejections();

  const kept = await samples();
  expect(kept.map(({ body_bytes }) => body_bytes)).toEqual([0, 5, 6, 7, 8, 9]);
});

test("owners and admins see counts by cause and minute, what to do, and the samples", async () => {
  for (const [minutes, times] of [
    [100, 3],
    [102, 7],
  ] as const) {
    for (let index = 0; index < times; index += 1) {
      countRejection("twilio", "unknown_account", request(index), minutesLater(minutes));
    }
  }
  countRejection("meta", "bad_signature", request(1), minutesLater(101));
  countRejection("meta", "bad_signature", request(1), minutesLater(-60 * 24));
  await flushRejections();

  const { causes, from, to, barMinutes } = await refused("1h", minutesLater(110));
  expect([barMinutes, to.getTime() - from.getTime()]).toEqual([1, 3_600_000]);
  expect(causes).toMatchObject([
    { senderName: "Twilio WhatsApp", title: "Unknown account", total: 10, mostInAMinute: 7 },
    { senderName: "Facebook, Instagram, and WhatsApp", title: "Wrong signature", total: 1 },
  ]);
  expect(causes[0]?.remedy).toContain("Account SID");
  expect(causes[1]?.remedy).toContain("META_APP_SECRET");
  expect(causes[0]?.lastAt).toEqual(minutesLater(102));
  expect(causes[0]?.samples.map(({ method }) => method)).toEqual(["POST", "POST"]);
  const at = (minutes: number) => Math.floor((minutesLater(minutes).getTime() - from.getTime()) / 60_000);
  expect(causes[0]?.bars).toHaveLength(60);
  expect([causes[0]?.bars[at(100)], causes[0]?.bars[at(101)], causes[0]?.bars[at(102)]]).toEqual([3, 0, 7]);

  const week = await refused("7d", minutesLater(110), acme.owner);
  expect(week.causes.map(({ total }) => total)).toEqual([10, 2]);
  expect(week.causes.every(({ bars }) => bars.length === 84)).toBe(true);
});

test("members and viewers are told no", async () => {
  for (const member of [acme.member, acme.viewer]) {
    expect(await listRefused(member, "24h")).toEqual({ ok: false, error: "admins-only" });
  }
});

test("what was refused at each platform has its own words", async () => {
  await receiver(twilioWebhook)(
    new Request("http://localhost/api/webhooks/twilio", { method: "POST", body: "a=b" }),
  );
  await flushRejections();
  const { causes } = await refused("24h", new Date());
  expect(causes).toMatchObject([{ title: "No signature", samples: [{ path: "/api/webhooks/twilio" }] }]);
  expect(causes[0]?.remedy).toContain("X-Twilio-Signature");
});
