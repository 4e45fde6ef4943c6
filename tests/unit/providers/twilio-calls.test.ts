import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withLimits } from "#lib/providers/limits.ts";
import { carryOver } from "#lib/providers/twilio-whatsapp/carry-over.ts";
import { catchUpMessages } from "#lib/providers/twilio-whatsapp/catch-up.ts";
import { checkNumber } from "#lib/providers/twilio-whatsapp/check.ts";
import { twilioForm } from "#lib/providers/twilio-whatsapp/connect-form.ts";
import { subscribeSender, unsubscribeSender } from "#lib/providers/twilio-whatsapp/subscription.ts";
import { verifyNumber } from "#lib/providers/twilio-whatsapp/verify.ts";

type Call = { method: string; path: string; query: URLSearchParams; authorization: string; body: string };
type Reply = { status?: number; body?: unknown };
let calls: Call[] = [];
let answer: (call: Call) => Reply = () => ({ status: 404 });

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const call = {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization ?? "",
    body: Buffer.concat(await request.toArray()).toString(),
  };
  calls.push(call);
  const { status = 200, body } = answer(call);
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// Read by the app on first use, which is inside the tests.
process.env.PROVIDER_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());
beforeEach(() => {
  calls = [];
});

const accountSid = `AC${"a".repeat(32)}`;
const authToken = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
const senderSid = `XE${"a".repeat(32)}`;
const number = "+12025550101";
const app = { clientId: "", clientSecret: "", apiVersion: "", publicUrl: "https://app.example.com" };
const account = { externalId: `${accountSid}:${number}`, secrets: { accountSid, authToken, senderSid } };
const accountBody = {
  sid: accountSid,
  friendly_name: "Fade",
  status: "active",
  type: "Full",
  auth_token: authToken,
};
const webhook = {
  callback_url: "https://old.example/in",
  callback_method: "PUT",
  fallback_url: "https://old.example/fallback",
  fallback_method: "POST",
  status_callback_url: null,
  status_callback_method: "POST",
};
const sender = (more = {}) => ({
  sid: senderSid,
  sender_id: `whatsapp:${number}`,
  status: "ONLINE",
  webhook,
  ...more,
});

/** Twilio with this account and this sender, whose webhook can be written. */
function twilio({ present = sender(), accountMore = {} as object, list = [present] as unknown[] } = {}) {
  let current = present;
  answer = ({ method, path, body }) => {
    if (path.endsWith(`/Accounts/${accountSid}.json`)) return { body: { ...accountBody, ...accountMore } };
    if (path.endsWith("/Channels/Senders")) return { body: { senders: list, meta: { next_page_url: null } } };
    if (path.endsWith("/IncomingPhoneNumbers.json")) return { body: { incoming_phone_numbers: [{}] } };
    if (!path.endsWith(`/Channels/Senders/${senderSid}`)) return { status: 404, body: { code: 20404 } };
    if (method === "POST") current = { ...current, ...JSON.parse(body) };
    return { status: method === "POST" ? 202 : 200, body: current };
  };
  return { current: () => current };
}

const typed = { accountSid, authToken, sender: number };

describe("connecting by the form", () => {
  test("goes to Twilio with the pair alone, and keeps nothing of its answer but what it says", async () => {
    twilio();
    const outcome = await twilioForm.submit(app, typed);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        grant: { secrets: {}, authorizedBy: null },
        account: {
          offer: { externalId: `${accountSid}:${number}`, username: "+1 202 555 0101", limits: [] },
          secrets: { accountSid, authToken, senderSid, previousWebhook: JSON.stringify(webhook) },
        },
      },
    });
    expect(
      JSON.stringify(outcome.ok && [outcome.value.account.offer, outcome.value.account.details]),
    ).not.toContain(authToken);
    const pair = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(new Set([pair]));
  });

  test("a token that is not the account's primary one is refused, without either being told", async () => {
    twilio({ accountMore: { auth_token: "0".repeat(32) } });
    const outcome = await twilioForm.submit(app, typed);
    expect(outcome).toMatchObject({ ok: false, error: { kind: "wrong_token" } });
    expect(JSON.stringify(outcome)).not.toMatch(/f0e1d2|00000000/);
  });

  test.each([[undefined], [null], ["********************************"]])(
    "a token answered as %s says nothing",
    async (shown) => {
      twilio({ accountMore: { auth_token: shown } });
      expect((await twilioForm.submit(app, typed)).ok).toBe(true);
    },
  );

  test("a number that is the account's own and not set up for WhatsApp is told apart from a stranger's", async () => {
    twilio({ list: [] });
    expect(await twilioForm.submit(app, typed)).toMatchObject({
      ok: false,
      error: { sentence: expect.stringMatching(/not set up for WhatsApp/) },
    });
  });

  test("a Sender SID of another number is refused with that number", async () => {
    twilio({ present: sender({ sender_id: "whatsapp:+15550001111" }) });
    expect(await twilioForm.submit(app, { ...typed, senderSid })).toMatchObject({
      ok: false,
      error: { sentence: expect.stringMatching(/\+15550001111/) },
    });
  });

  test("the next page is asked of Twilio, wherever the answer says it is", async () => {
    let pages = 0;
    answer = ({ path }) => {
      if (path.endsWith(".json")) return { body: accountBody };
      pages += 1;
      const next_page_url = "https://evil.example/v2/Channels/Senders?Channel=whatsapp&PageToken=PT1";
      return pages === 1
        ? { body: { senders: [{ nonsense: true }], meta: { next_page_url } } }
        : { body: { senders: [sender()], meta: { next_page_url: null } } };
    };
    expect((await twilioForm.submit(app, typed)).ok).toBe(true);
    expect(calls.at(-1)).toMatchObject({ path: "/messaging.twilio.com/v2/Channels/Senders" });
    expect(calls.at(-1)?.query.get("PageToken")).toBe("PT1");
  });

  test("nothing that can be typed has a shape that its own example has not", () => {
    const shapes = new Map(twilioForm.fields.map(({ name, shape }) => [name, new RegExp(shape)]));
    for (const [name, good] of Object.entries({ ...typed, senderSid, label: "Front desk" })) {
      expect(good).toMatch(shapes.get(name) ?? /^$/);
    }
    for (const bad of ["SK".padEnd(34, "a"), `${accountSid}x`, ""])
      expect(bad).not.toMatch(shapes.get("accountSid") ?? /./);
    expect("12025550101").not.toMatch(shapes.get("sender") ?? /./);
  });
});

describe("where events go", () => {
  test("is written whole: both addresses are ours, and the fallback stays", async () => {
    const at = twilio();
    expect(await subscribeSender(app, account)).toEqual({
      ok: true,
      value: { isComplete: true, missing: [] },
    });
    expect(at.current().webhook).toEqual({
      callback_url: "https://app.example.com/api/webhooks/twilio#rc=3&rp=5xx,ct,rt",
      callback_method: "POST",
      fallback_url: "https://old.example/fallback",
      fallback_method: "POST",
      status_callback_url: "https://app.example.com/api/webhooks/twilio/status#rc=3&rp=5xx,ct,rt",
      status_callback_method: "POST",
    });
  });

  test("that is right already is not written again", async () => {
    twilio();
    await subscribeSender(app, account);
    calls = [];
    await subscribeSender(app, account);
    expect(calls.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("is put back, method included, and the sender is never deleted", async () => {
    const at = twilio();
    await subscribeSender(app, account);
    const secrets = { ...account.secrets, previousWebhook: JSON.stringify(webhook) };
    expect(await unsubscribeSender(app, { ...account, secrets })).toEqual({ ok: true, value: null });
    expect(at.current().webhook).toEqual({ ...webhook, status_callback_url: "" });
    expect(calls.map(({ method }) => method)).not.toContain("DELETE");
  });

  test("that no one remembers is left empty, and one that someone else set is left alone", async () => {
    const at = twilio();
    await unsubscribeSender(app, account);
    expect(at.current().webhook).toEqual(webhook);
    await subscribeSender(app, account);
    await unsubscribeSender(app, account);
    expect(at.current().webhook).toMatchObject({ callback_url: "", status_callback_url: "" });
  });

  test("a sender that is gone has nothing to put back", async () => {
    answer = () => ({ status: 404, body: { code: 20404 } });
    expect(await unsubscribeSender(app, account)).toEqual({ ok: true, value: null });
  });

  test("an address of ours that asks for no retries is mended by a check", async () => {
    const ours = "https://app.example.com/api/webhooks/twilio";
    const at = twilio({
      present: sender({
        webhook: {
          ...webhook,
          callback_url: ours,
          callback_method: "POST",
          status_callback_url: `${ours}/status`,
        },
      }),
    });
    expect(await checkNumber(app, account)).toMatchObject({ status: "healthy" });
    expect(at.current().webhook.callback_url).toBe(`${ours}#rc=3&rp=5xx,ct,rt`);
  });
});

describe("what was missed", () => {
  const message = (sid: string, date: string, more = {}) => ({
    sid,
    direction: "inbound",
    from: "whatsapp:+5511987654321",
    to: `whatsapp:${number}`,
    body: sid,
    date_sent: date,
    num_media: "0",
    ...more,
  });
  const since = new Date("2026-11-20T12:00:00Z");

  test("is every inbound message since, from all pages, oldest first, as its webhook would have told it", async () => {
    answer = ({ path, query }) => {
      if (path.endsWith("/Media.json")) {
        return { body: { media_list: [{ sid: `ME${"e".repeat(32)}`, content_type: "image/jpeg" }] } };
      }
      return query.get("PageToken") === "PT1"
        ? {
            body: {
              messages: [
                message("SM1", "Fri, 20 Nov 2026 13:00:00 +0000", { num_media: "1" }),
                message("SM0", "Fri, 20 Nov 2026 11:00:00 +0000"),
              ],
              next_page_uri: null,
            },
          }
        : {
            body: {
              messages: [
                message("SM3", "Sat, 21 Nov 2026 09:00:00 +0000"),
                message("SM2", "Fri, 20 Nov 2026 14:00:00 +0000", { direction: "outbound-api" }),
                { nonsense: true },
              ],
              next_page_uri: `/2010-04-01/Accounts/${accountSid}/Messages.json?Page=1&PageToken=PT1`,
            },
          };
    };
    const missed = await catchUpMessages(app, account, since);

    expect(missed.ok && missed.value.map(({ externalId }) => externalId)).toEqual(["SM1", "SM3"]);
    expect(missed.ok && missed.value[0]).toEqual({
      provider: "twilio_whatsapp",
      accountExternalId: `${accountSid}:${number}`,
      eventType: "message",
      externalId: "SM1",
      occurredAt: new Date("2026-11-20T13:00:00Z"),
      payload: expect.objectContaining({
        MessageSid: "SM1",
        Body: "SM1",
        NumMedia: "1",
        MediaContentType0: "image/jpeg",
        MediaUrl0: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/SM1/Media/ME${"e".repeat(32)}`,
      }),
    });
    expect(calls[0]?.query.get("DateSent>")).toBe("2026-11-20");
    expect(calls[0]?.query.get("To")).toBe(`whatsapp:${number}`);
  });

  test("a refusal on the way is told, not taken for an end", async () => {
    answer = () => ({ status: 429, body: { code: 20429 } });
    expect(await catchUpMessages(app, account, since)).toMatchObject({
      ok: false,
      error: { kind: "rate_limited" },
    });
  });
});

test("the shared number counts as set up once an event has come, and says what to paste before", async () => {
  const shared = {
    externalId: `${accountSid}:+14155238886`,
    secrets: { accountSid, authToken, senderSid: "" },
  };
  twilio({ list: [] });
  expect(await checkNumber(app, { ...shared, lastEventAt: null })).toMatchObject({
    status: "needs_attention",
    reason: expect.stringMatching(/Paste both addresses/),
    subscription: { isComplete: false, missing: ["messages", "statuses"] },
  });
  expect(await checkNumber(app, { ...shared, lastEventAt: new Date() })).toMatchObject({
    status: "healthy",
    subscription: { isComplete: true },
  });
});

test("a refusal for too many calls is noted, though Twilio says no waiting time", async () => {
  answer = () => ({ status: 429, body: { code: 20429 } });
  expect((await withLimits(() => checkNumber(app, account))).limit).toMatchObject({ isRefused: true });
  answer = () => ({ status: 503 });
  expect((await withLimits(() => checkNumber(app, account))).limit).toBeNull();
});

test("an outage, a limit or nonsense leaves the status open, and verifying says to try again", async () => {
  for (const reply of [{ status: 503 }, { status: 429, body: { code: 20429 } }, { body: ["nonsense"] }]) {
    answer = () => reply;
    expect((await checkNumber(app, account)).status).toBe("unknown");
    const verified = await verifyNumber(app, account);
    expect(verified.ok || verified.error.kind).toMatch(/temporary|rate_limited/);
  }
});

test("a reconnect remembers where messages went before us, for the same account only", () => {
  const before = { accountSid, authToken: "old", previousWebhook: "w" };
  expect(carryOver(before, { accountSid, authToken, previousWebhook: "" })).toEqual({
    accountSid,
    authToken,
    previousWebhook: "w",
  });
  expect(carryOver(before, { accountSid, authToken, previousWebhook: "newer" }).previousWebhook).toBe(
    "newer",
  );
  expect(carryOver(before, { accountSid: "AC2", authToken, previousWebhook: "" }).previousWebhook).toBe("");
});
