import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { ReadingContext } from "#lib/providers/contract.ts";
import { twilioWebhook } from "#lib/providers/twilio-whatsapp/webhook.ts";
import { vector, vectorToken } from "./twilio-signature-vectors.ts";

const origin = "https://app.example.com";
const account = `AC${"a".repeat(32)}`;
const stranger = `AC${"9".repeat(32)}`;
const sid = (prefix: string, digit: string) => prefix + digit.repeat(32);

type Request = {
  body: string | Uint8Array;
  path?: string;
  method?: string;
  signature?: string | null;
  origins?: string[];
  tokens?: { name: string; value: string }[];
};

async function read({ body, path = "/api/webhooks/twilio", method = "POST", ...more }: Request) {
  const asked: string[] = [];
  const tokens = more.tokens ?? [{ name: "auth_token", value: vectorToken }];
  const context: ReadingContext = {
    setting: () => undefined,
    accountsWith: async () => [],
    origins: more.origins ?? [origin],
    now: new Date(0),
    async accountSecrets(id) {
      asked.push(id);
      return id === account ? tokens : [];
    },
  };
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const signature = more.signature === undefined ? sign(String(body), path) : more.signature;
  const reading = await twilioWebhook.read(
    {
      method,
      // What the request says of its host is never what was signed.
      url: new URL(path, "http://10.0.0.7:3000"),
      headers: new Headers(signature === null ? {} : { "x-twilio-signature": signature }),
      body: bytes,
    },
    context,
  );
  return { reading, asked };
}

/** Good enough for forms without repeated names. */
function sign(body: string, path: string, token = vectorToken): string {
  const form = path.includes("bodySHA256")
    ? []
    : [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = origin + path + form.map(([name, value]) => name + value).join("");
  return createHmac("sha1", token).update(text).digest("base64");
}

async function event(request: Request) {
  const { reading } = await read(request);
  if (reading.kind !== "events") throw new Error(JSON.stringify(reading));
  return reading.events[0];
}

const inbound = {
  MessageSid: sid("SM", "1"),
  AccountSid: account,
  From: "whatsapp:+5511987654321",
  To: "whatsapp:+14155238886",
  Body: "Hello",
};
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const status = (fields: Record<string, string>) =>
  form({ MessageSid: sid("SM", "b"), AccountSid: account, From: inbound.To, To: inbound.From, ...fields });

test("a message is one event, under its SID, of the account and the number it was written to", async () => {
  const { body, signature } = vector("T1-");
  const { reading } = await read({ body, signature });
  expect(reading).toEqual({
    kind: "events",
    verifiedWith: "auth_token",
    events: [
      {
        provider: "twilio_whatsapp",
        accountExternalId: `${account}:+14155238886`,
        eventType: "message",
        externalId: sid("SM", "1"),
        occurredAt: null,
        payload: Object.fromEntries(new URLSearchParams(body)),
      },
    ],
  });
});

test("what became of a message is one event a status, of the number it was sent from", async () => {
  const { body, signature } = vector("T14");
  const { reading } = await read({ body, signature, path: "/api/webhooks/twilio/status" });
  expect(reading).toMatchObject({
    events: [
      {
        accountExternalId: `${account}:+14155238886`,
        eventType: "status.read",
        externalId: `${sid("SM", "b")}:read`,
      },
    ],
  });
  const failed = vector("T15");
  expect(await event({ ...failed, path: "/api/webhooks/twilio/status" })).toMatchObject({
    eventType: "status.failed",
    externalId: `${sid("SM", "c")}:failed:63016`,
  });
});

test("delivered and read of one message are two events, and each repeated is the same", async () => {
  const keys = [];
  for (const MessageStatus of ["sent", "delivered", "read", "delivered"]) {
    keys.push((await event({ body: status({ MessageStatus, SmsStatus: MessageStatus }) }))?.externalId);
  }
  expect(new Set(keys).size).toBe(3);
  expect(keys[1]).toBe(keys[3]);
});

test("a status is one at the address for messages too, and a message at that for statuses", async () => {
  expect((await event({ body: status({ MessageStatus: "delivered" }) }))?.eventType).toBe("status.delivered");
  expect(
    (await event({ body: form({ ...inbound, SmsStatus: "received" }), path: "/api/webhooks/twilio/status" }))
      ?.eventType,
  ).toBe("message");
});

test("a status from the future is kept under its own word", async () => {
  expect(await event({ body: status({ MessageStatus: "Pondered" }) })).toMatchObject({
    eventType: "status.pondered",
    externalId: `${sid("SM", "b")}:pondered`,
  });
});

test("a hidden number and a service in between change nothing about whose event it is", async () => {
  const hidden = vector("T17");
  expect(await event(hidden)).toMatchObject({
    accountExternalId: `${account}:+14155238886`,
    externalId: sid("SM", "f"),
    payload: { From: "whatsapp:BR.1A2B3C4D5E6F", ExternalUserId: "whatsapp:BR.1A2B3C4D5E6F" },
  });
  expect(
    (await event({ body: form({ ...inbound, MessagingServiceSid: sid("MG", "1") }) }))?.accountExternalId,
  ).toBe(`${account}:+14155238886`);
});

test("the fallback address repeats a message: it is the same event", async () => {
  expect(
    (await event({ body: form({ ...inbound, ErrorCode: "11200", ErrorUrl: "https://x.example" }) }))
      ?.externalId,
  ).toBe(inbound.MessageSid);
});

test("repeated parameters are kept as lists, and characters the database cannot hold are replaced", async () => {
  const body = `${form({ AccountSid: account, Body: "a\0b", MessageSid: inbound.MessageSid })}&Tag=b&Tag=a`;
  const text = `${origin}/api/webhooks/twilioAccountSid${account}Bodya\0bMessageSid${inbound.MessageSid}TagaTagb`;
  const signature = createHmac("sha1", vectorToken).update(text).digest("base64");
  expect((await event({ body, signature }))?.payload).toMatchObject({ Tag: ["b", "a"], Body: "a\uFFFDb" });
});

test("a notice without a message is kept, under what it holds", async () => {
  const notice = form({ AccountSid: account, Sid: sid("NO", "1"), Level: "ERROR" });
  const kept = await event({ body: notice });
  expect(kept).toMatchObject({ eventType: "other", accountExternalId: null });
  expect(kept?.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect((await event({ body: notice }))?.externalId).toBe(kept?.externalId);
});

test("during a rotation either token verifies, and it is said which", async () => {
  const old = "00112233445566778899aabbccddeeff";
  const tokens = [
    { name: "auth_token", value: vectorToken },
    { name: "auth_token (previous)", value: old },
  ];
  const body = form(inbound);
  expect((await read({ body, tokens })).reading).toMatchObject({ verifiedWith: "auth_token" });
  expect(
    (await read({ body, tokens, signature: sign(body, "/api/webhooks/twilio", old) })).reading,
  ).toMatchObject({ verifiedWith: "auth_token (previous)" });
});

test("each address this installation is reached at verifies, and no other does", async () => {
  const { body, signature } = vector("T1-");
  const origins = ["https://other.example.com", origin];
  expect((await read({ body, signature, origins })).reading.kind).toBe("events");
  expect((await read({ body, signature, origins: ["https://other.example.com"] })).reading).toEqual({
    kind: "refused",
    reason: "bad_signature",
    status: 403,
  });
});

test.each([
  ["no signature", { signature: null }, "missing_signature", 403],
  ["an empty signature", { signature: "" }, "missing_signature", 403],
  ["a signature that is no Base64", { signature: "nonsense" }, "bad_signature", 403],
  ["another's signature", { signature: "CFp1Rt9OsucFCr3bsNc1Sckuz98=" }, "bad_signature", 403],
  ["a GET", { method: "GET" }, "wrong_method", 405],
])("%s is refused", async (_, more, reason, code) => {
  expect((await read({ body: form(inbound), ...more })).reading).toEqual({
    kind: "refused",
    reason,
    status: code,
  });
});

test("an account we hold no token of is refused, however well it is signed", async () => {
  const body = form({ ...inbound, AccountSid: stranger });
  const { reading, asked } = await read({ body });
  expect(reading).toEqual({ kind: "refused", reason: "unknown_account", status: 403 });
  expect(asked).toEqual([stranger]);
});

test.each([
  ["none", form({ MessageSid: inbound.MessageSid })],
  ["one of another shape", form({ ...inbound, AccountSid: "AC' or 1=1" })],
  ["two at once", `${form(inbound)}&AccountSid=${stranger}`],
])("who names %s is not looked up", async (_, body) => {
  const { reading, asked } = await read({ body });
  expect(reading).toMatchObject({ reason: "unknown_account", status: 403 });
  expect(asked).toEqual([]);
});

test("a form of more than a thousand parameters, or of half a megabyte, is refused before anything is computed", async () => {
  const many = Array.from({ length: 1_001 }, (_, index) => `p${index}=1`).join("&");
  for (const body of [`${form(inbound)}&${many}`, `${form(inbound)}&Long=${"x".repeat(600_000)}`]) {
    const { reading, asked } = await read({ body });
    expect(reading).toEqual({ kind: "refused", reason: "too_large", status: 413 });
    expect(asked).toEqual([]);
  }
});

test("a JSON body is proved by its digest in the address, and speaks for its own account alone", async () => {
  const json = (inner: object, id: string) => ({
    specversion: "1.0",
    id,
    type: "com.twilio.messaging.inbound-message.received",
    time: "2026-11-21T10:00:00Z",
    data: inner,
  });
  const body = JSON.stringify([
    json({ accountSid: account, to: inbound.To, from: inbound.From }, "EZ1"),
    json({ accountSid: stranger, to: inbound.To }, "EZ2"),
  ]);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const path = `/api/webhooks/twilio?bodySHA256=${digest(body)}`;
  const { reading } = await read({ body, path });
  expect(reading).toMatchObject({
    kind: "events",
    events: [
      {
        accountExternalId: `${account}:+14155238886`,
        eventType: "com.twilio.messaging.inbound-message.received",
        externalId: "event:EZ1",
        occurredAt: new Date("2026-11-21T10:00:00Z"),
      },
    ],
  });
  expect(reading.kind === "events" && reading.events).toHaveLength(1);

  const signature = sign(body, path);
  expect((await read({ body: body.replace("EZ1", "EZ9"), path, signature })).reading).toMatchObject({
    reason: "bad_signature",
  });
  expect((await read({ body: "{", path: `/api/webhooks/twilio?bodySHA256=${digest("{")}` })).reading).toEqual(
    {
      kind: "refused",
      reason: "unparsable",
      status: 400,
    },
  );
});

test("the answer says nothing to the customer: XML with no message in it", () => {
  expect(twilioWebhook.acknowledgement).toEqual({
    status: 200,
    headers: { "content-type": "text/xml" },
    body: "<Response/>",
  });
  expect(twilioWebhook.keptHeaders).not.toContain("x-twilio-signature");
  expect(twilioWebhook.keptHeaders).toContain("i-twilio-idempotency-token");
});
