import { expect, test } from "vitest";
import { twilioSignature } from "../../../sandbox/twilio/signature.ts";
import { aTwilio, formOf } from "./support/a-twilio.ts";
import { aTwilioReceiver } from "./support/a-twilio-receiver.ts";

const twiml = { type: "text/xml", body: "<Response/>" };

async function connected(...answers: Parameters<typeof aTwilioReceiver>) {
  const receiver = await aTwilioReceiver(...answers);
  const twilio = await aTwilio();
  const settled = async () => {
    const find = async () =>
      (
        await (await fetch(`${twilio.url}/control/twilio/deliveries?accountSid=${twilio.account.sid}`)).json()
      ).deliveries.at(-1);
    await expect.poll(async () => (await find())?.status).not.toBe("waiting");
    return find();
  };
  return { receiver, twilio, settled };
}

test("an inbound message is signed over the address without its fragment and over every parameter", async () => {
  const { receiver, twilio } = await connected(twiml);
  await twilio.setWebhook({ callback_url: `${receiver.url}?tenant=4#rc=3&rp=5xx,ct,rt` });
  await twilio.write("message", { text: "Olá 👋 a+b" });

  const [delivery] = await receiver.received(1);
  const form = formOf(delivery);
  expect(delivery.url).toBe("/hook?tenant=4");
  expect(delivery.headers["x-twilio-signature"]).toBe(
    twilioSignature(twilio.account.token, `${receiver.url}?tenant=4`, form),
  );
  expect(delivery.headers["i-twilio-idempotency-token"]).toMatch(/^[\da-f-]{36}$/);
  expect(delivery.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
  expect(Object.fromEntries(form)).toMatchObject({
    Body: "Olá 👋 a+b",
    To: twilio.sender.senderId,
    From: expect.stringMatching(/^whatsapp:\+55119\d{8}$/),
    ExternalUserId: expect.stringMatching(/^whatsapp:BR\.[\dA-F]{20}$/),
    AccountSid: twilio.account.sid,
    SmsStatus: "received",
    MessageType: "text",
  });
  expect(form.get("SmsSid")).toBe(form.get("MessageSid"));
});

test("whoever hides the phone is known by the business-scoped id alone", async () => {
  const { receiver, twilio } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.write("message");
  await twilio.write("hidden");

  const [open, hidden] = (await receiver.received(2)).map(formOf);
  expect(hidden?.get("From")).toBe(open?.get("ExternalUserId"));
  expect(hidden?.has("WaId")).toBe(false);
});

test("a failure is tried again only as the address asks, by the same token", async () => {
  const { receiver, twilio, settled } = await connected({ status: 503 }, { status: 503 }, twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.write();
  expect(await settled()).toMatchObject({ status: "failed", attempts: [{ status: 503 }] });

  await twilio.setWebhook({ callback_url: `${receiver.url}#rc=3&rp=5xx,ct,rt` });
  await twilio.write();
  expect(await settled()).toMatchObject({
    status: "delivered",
    attempts: [{ status: 503 }, { status: 200 }],
  });
  const [, second, third] = receiver.deliveries;
  expect(third?.body.toString()).toBe(second?.body.toString());
  expect(third?.headers["i-twilio-idempotency-token"]).toBe(second?.headers["i-twilio-idempotency-token"]);
});

test("what is refused with 403 is lost, and then the fallback address is called", async () => {
  const { receiver, twilio, settled } = await connected({ status: 403 }, twiml);
  await twilio.setWebhook({
    callback_url: `${receiver.url}#rc=3&rp=5xx`,
    fallback_url: `${receiver.url}?fallback`,
  });
  await twilio.write();

  expect(await settled()).toMatchObject({
    status: "delivered",
    attempts: [{ status: 403 }, { status: 200 }],
  });
  expect(formOf(receiver.deliveries[1] ?? { body: Buffer.alloc(0) }).get("ErrorCode")).toBe("11200");
});

test("an answer in plain text becomes a message to the customer, and JSON is refused", async () => {
  const { receiver, twilio, settled } = await connected(
    { type: "text/plain", body: "OK" },
    { type: "application/json", body: "{}" },
  );
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.write();
  await expect
    .poll(async () => (await settled()).attempts[0].outcome)
    .toContain("“OK” was sent to the customer");
  const { messages } = (await twilio.api(`${twilio.account.path}/Messages.json`)).body;
  expect(messages[0]).toMatchObject({ direction: "outbound-reply", body: "OK" });

  await twilio.write();
  await expect.poll(async () => (await settled()).note).toContain("12300");
});

test("a sent message is queued, and its statuses follow in order", async () => {
  const { receiver, twilio } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url, status_callback_url: `${receiver.url}?status` });
  await twilio.write();
  const [inbound] = await receiver.received(1);

  const sent = await twilio.api(`${twilio.account.path}/Messages.json`, {
    form: { To: formOf(inbound).get("From") ?? "", From: twilio.sender.senderId, Body: "Hi" },
  });
  expect(sent).toMatchObject({
    status: 201,
    body: { status: "queued", date_sent: null, num_segments: "1", error_code: null },
  });

  const statuses = (await receiver.received(4)).slice(1).map(formOf);
  expect(statuses.map((form) => form.get("MessageStatus"))).toEqual(["sent", "delivered", "read"]);
  expect(statuses.map((form) => form.get("EventType"))).toEqual([null, "DELIVERED", "READ"]);
  expect(statuses[0]?.get("ChannelToAddress")).toMatch(/^\+55119\d{4}XXXX$/);
  expect((await twilio.api(`${twilio.account.path}/Messages/${sent.body.sid}.json`)).body.status).toBe(
    "read",
  );
});

test("outside the 24 hours free text is accepted and fails later, a template arrives", async () => {
  const { receiver, twilio } = await connected(twiml);
  const message = {
    To: "whatsapp:+5511987654321",
    From: twilio.sender.senderId,
    StatusCallback: receiver.url,
  };
  const send = (more: Record<string, string>) =>
    twilio.api(`${twilio.account.path}/Messages.json`, { form: { ...message, ...more } });

  expect((await send({ Body: "Hi" })).status).toBe(201);
  const [failed] = (await receiver.received(1)).map(formOf);
  expect(Object.fromEntries(failed ?? [])).toMatchObject({
    MessageStatus: "failed",
    ErrorCode: "63016",
    ErrorMessage: "",
  });

  expect((await send({ ContentSid: `HX${"1".repeat(32)}`, ContentVariables: '{"1":"Ana"}' })).status).toBe(
    201,
  );
  expect(formOf((await receiver.received(2))[1] ?? failedToArrive).get("MessageStatus")).toBe("sent");
});

const failedToArrive = { body: Buffer.alloc(0) };

test("statuses come reversed, repeated, or before the answer to the call", async () => {
  const { receiver, twilio } = await connected(twiml);
  const send = async (manner: string) => {
    await twilio.control(`twilio/accounts/${twilio.account.sid}/manner`, { manner });
    const form = {
      To: "whatsapp:+5511987654321",
      From: twilio.sender.senderId,
      StatusCallback: receiver.url,
    };
    const before = receiver.deliveries.length;
    const { body } = await twilio.api(`${twilio.account.path}/Messages.json`, {
      form: { ...form, ContentSid: `HX${"1".repeat(32)}` },
    });
    return { before, sid: body.sid, already: receiver.deliveries.length - before };
  };
  const statuses = async (from: number, count: number) =>
    (await receiver.received(from + count))
      .slice(from, from + count)
      .map((one) => formOf(one).get("MessageStatus"));

  const reversed = await send("reversed");
  expect(await statuses(reversed.before, 3)).toEqual(["read", "delivered", "sent"]);
  const repeated = await send("repeated");
  expect(await statuses(repeated.before, 6)).toEqual([
    "sent",
    "sent",
    "delivered",
    "delivered",
    "read",
    "read",
  ]);
  expect((await send("before the answer")).already).toBe(1);
});

test("a message is refused at once for what Twilio can see itself", async () => {
  const twilio = await aTwilio();
  const trial = await twilio.control("twilio/accounts", { type: "Trial" });
  const usual = { To: "whatsapp:+5511987654321", From: twilio.sender.senderId, Body: "Hi" };
  const send = async (more: Record<string, string>, sid = twilio.account.sid, token = twilio.account.token) =>
    (
      await twilio.api(`/2010-04-01/Accounts/${sid}/Messages.json`, {
        form: { ...usual, ...more },
        auth: [sid, token],
      })
    ).body.code;

  expect(await send({ To: "whatsapp:5511" })).toBe(21211);
  expect(await send({ To: "+5511987654321" })).toBe(30016);
  expect(await send({ From: "whatsapp:+12025550101" })).toBe(63007);
  expect(await send({ Body: "" })).toBe(21602);
  expect(await send({ Body: "x".repeat(1_601) })).toBe(21617);
  expect(await send({ StatusCallback: "http://under_score.example/" })).toBe(21609);
  expect(await send({ From: trial.senders[0].senderId }, trial.accountSid, trial.authToken)).toBe(21608);
  await twilio.control("twilio/settings", { takesBusinessScopedIds: false });
  expect(await send({ To: "whatsapp:BR.1A2B3C" })).toBe(21211);
});

test("the message list is filtered by address and day, and paged", async () => {
  const twilio = await aTwilio();
  await twilio.write("message", { count: 5 });
  const list = async (query: string) =>
    (await twilio.api(`${twilio.account.path}/Messages.json${query}`)).body;
  const to = `To=${encodeURIComponent(twilio.sender.senderId)}`;
  const today = new Date().toISOString().slice(0, 10);

  const first = await list(`?${to}&DateSent%3E=${today}&PageSize=2`);
  expect(first.messages.map(({ direction }: { direction: string }) => direction)).toEqual([
    "inbound",
    "inbound",
  ]);
  const second = await twilio.api(first.next_page_uri);
  expect(second.body).toMatchObject({ page: 1, start: 2 });
  expect((await list(`?${to}&DateSent=2020-01-01`)).messages).toEqual([]);
  expect((await list(`?From=${encodeURIComponent(twilio.sender.senderId)}`)).messages).toEqual([]);
});

test("webhooks are signed with the new token from the moment the old one died", async () => {
  const { receiver, twilio } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  const { authToken } = await twilio.control(`twilio/accounts/${twilio.account.sid}/rotate-token`);
  await twilio.write();

  const [delivery] = await receiver.received(1);
  const signature = delivery.headers["x-twilio-signature"];
  expect(signature).toBe(twilioSignature(authToken, receiver.url, formOf(delivery)));
  expect(signature).not.toBe(twilioSignature(twilio.account.token, receiver.url, formOf(delivery)));
});

test("the shared number belongs to each account, and only who has joined is written to", async () => {
  const { receiver, twilio } = await connected(twiml);
  const { sid } = twilio.account;
  await twilio.control(`twilio/accounts/${sid}/shared-number`, {
    callbackUrl: receiver.url,
    statusCallbackUrl: receiver.url,
  });
  const write = (kind: string) =>
    twilio.control("events", {
      channel: "twilio_whatsapp",
      accountId: `${sid}:shared`,
      customer: "Ana",
      kind,
    });
  const status = async (count: number) =>
    formOf((await receiver.received(count))[count - 1] ?? failedToArrive);

  await write("message");
  const inbound = await status(1);
  expect(inbound.get("To")).toBe("whatsapp:+14155238886");
  const form = { To: inbound.get("From") ?? "", From: "whatsapp:+14155238886", Body: "Hi" };
  await twilio.api(`${twilio.account.path}/Messages.json`, { form });
  expect((await status(2)).get("ErrorCode")).toBe("63015");

  await write("join");
  await status(3);
  await twilio.api(`${twilio.account.path}/Messages.json`, { form });
  expect((await status(4)).get("MessageStatus")).toBe("sent");
});

test("an answer is lost after the message was taken", async () => {
  const twilio = await aTwilio();
  await twilio.control("twilio/lose-answers");
  const form = { To: "whatsapp:+5511987654321", From: twilio.sender.senderId, Body: "Hi" };

  await expect(twilio.api(`${twilio.account.path}/Messages.json`, { form })).rejects.toThrow();
  expect((await twilio.api(`${twilio.account.path}/Messages.json`)).body.messages).toHaveLength(1);
});

test("media lies behind credentials, then at an address that refuses them", async () => {
  const { receiver, twilio } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.write("image");
  const url = formOf((await receiver.received(1))[0] ?? failedToArrive).get("MediaUrl0") ?? "";
  expect(url).toMatch(
    /^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC\w{32}\/Messages\/MM\w{32}\/Media\/ME\w{32}$/,
  );

  const { pathname } = new URL(url);
  expect((await fetch(`${twilio.url}/api.twilio.com${pathname}`)).status).toBe(401);
  const location = (await twilio.api(pathname)).headers.get("location") ?? "";
  expect((await fetch(location)).headers.get("content-type")).toBe("image/jpeg");
  expect((await fetch(location, { headers: { authorization: "Basic eDp5" } })).status).toBe(400);
});

test("a suspended account hears of nothing, and does not send what was queued", async () => {
  const { receiver, twilio, settled } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.control("twilio/settings", { statusMs: 1_000 });
  const form = { To: "whatsapp:+5511987654321", From: twilio.sender.senderId, StatusCallback: receiver.url };
  await twilio.api(`${twilio.account.path}/Messages.json`, {
    form: { ...form, ContentSid: `HX${"1".repeat(32)}` },
  });
  await twilio.control(`twilio/accounts/${twilio.account.sid}/status`, { status: "suspended" });

  expect(formOf((await receiver.received(1))[0]).get("ErrorCode")).toBe("30002");
  await twilio.write();
  expect(await settled()).toMatchObject({ status: "not sent", note: "The account is suspended." });
});

test("the same delivery again carries the same idempotency token", async () => {
  const { receiver, twilio, settled } = await connected(twiml);
  await twilio.setWebhook({ callback_url: receiver.url });
  await twilio.write();
  await twilio.control(`twilio/deliveries/${(await settled()).id}/duplicate`);

  const [first, second] = await receiver.received(2);
  const token = "i-twilio-idempotency-token";
  expect(second?.headers[token]).toBe(first.headers[token]);
  expect(second?.body.toString()).toBe(first.body.toString());
});
