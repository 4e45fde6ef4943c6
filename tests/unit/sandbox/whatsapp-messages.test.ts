import { expect, test } from "vitest";
import { aReceiver } from "./support/a-receiver.ts";
import { aSandbox } from "./support/a-sandbox.ts";
import { account, number, onWhatsApp } from "./support/a-whatsapp-number.ts";

async function connected() {
  const receiver = await aReceiver(200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url });
  const whatsapp = onWhatsApp(sandbox);
  await whatsapp.call("POST", `${account}/subscribed_apps`);
  return { receiver, sandbox, ...whatsapp };
}

type Change = { field: string; value: Record<string, { [name: string]: unknown }[]> };

function changesOf(delivery: { body: Buffer } | undefined): Change[] {
  return JSON.parse(String(delivery?.body)).entry.flatMap((entry: { changes: Change[] }) => entry.changes);
}

test("a message comes with its contact, and without a phone number when the customer hides it", async () => {
  const { receiver, happen } = await connected();
  await happen("message", "Hola señor");
  const [first] = await receiver.received(1);
  const [open] = changesOf(first);
  expect(open).toMatchObject({
    field: "messages",
    value: {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "15550001111", phone_number_id: number },
      contacts: [
        { profile: { name: "Ana" }, wa_id: expect.stringMatching(/^1555/), user_id: expect.any(String) },
      ],
      messages: [{ from: expect.any(String), type: "text", text: { body: "Hola señor" } }],
    },
  });
  expect(String(first?.body)).toContain("señor");

  await happen("message-without-phone");
  const [hidden] = changesOf((await receiver.received(2))[1]);
  expect(hidden?.value.contacts?.[0]).not.toHaveProperty("wa_id");
  expect(hidden?.value.messages?.[0]).not.toHaveProperty("from");
  expect(hidden?.value.messages?.[0]?.from_user_id).toBe(open?.value.contacts?.[0]?.user_id);
});

test("what is sent is accepted, then told as sent and delivered, and read when it is read", async () => {
  const { receiver, call, happen } = await connected();
  await happen("message");
  const [first] = await receiver.received(1);
  const from = changesOf(first)[0]?.value.messages?.[0]?.from;

  const message = { messaging_product: "whatsapp", to: `+${from}`, type: "text", text: { body: "Yes" } };
  const sent = await call("POST", `${number}/messages`, { ...message, biz_opaque_callback_data: "msg_42" });
  const [{ id, message_status }] = sent.body.messages;
  expect(message_status).toBe("accepted");
  const statuses = changesOf((await receiver.received(2))[1]).map(({ value }) => value.statuses?.[0]);
  expect(statuses).toMatchObject([
    { id, status: "sent", recipient_id: from, biz_opaque_callback_data: "msg_42" },
    { id, status: "delivered" },
  ]);

  await happen("statuses-backwards");
  const late = changesOf((await receiver.received(3))[2]).map(({ value }) => value.statuses?.[0]?.status);
  expect(late).toEqual(["read", "delivered", "sent"]);
});

test("beyond the window a message is accepted and fails, and a restricted number refuses at once", async () => {
  const { receiver, sandbox, call } = await connected();
  const message = { messaging_product: "whatsapp", to: "+15550007777", text: { body: "Are you there?" } };
  expect((await call("POST", `${number}/messages`, message)).status).toBe(200);
  const [failed] = changesOf((await receiver.received(1))[0]);
  expect(failed?.value).not.toHaveProperty("contacts");
  expect(failed?.value.statuses?.[0]).toMatchObject({ status: "failed", errors: [{ code: 131047 }] });

  await sandbox.control(`whatsapp/numbers/${number}`, { status: "RESTRICTED" });
  const { body } = await call("POST", `${number}/messages`, message);
  expect(body.error).toMatchObject({ code: 131031, error_data: { details: expect.any(String) } });
});

test("an override takes the messages, while news of the account go to the app's own address", async () => {
  const { receiver, call, happen } = await connected();
  const elsewhere = await aReceiver(200);
  await call("POST", `${account}/subscribed_apps`, {
    override_callback_uri: elsewhere.url,
    verify_token: "mine",
  });

  await happen("message");
  expect(changesOf((await elsewhere.received(1))[0])[0]?.field).toBe("messages");
  await happen("restriction");
  expect(changesOf((await receiver.received(1))[0])[0]?.field).toBe("account_update");
  expect(elsewhere.deliveries).toHaveLength(1);
});

test("nothing is sent once no living token may read messages", async () => {
  const { sandbox, happen } = await connected();
  await sandbox.control("whatsapp/tokens/change-password", { accountId: account });
  await happen("message");
  expect(sandbox.store.state.deliveries.at(-1)).toMatchObject({
    status: "not sent",
    note: "No token lets the app use whatsapp_business_messaging for +1 555-000-1111.",
  });
});

test("an account made for a test comes with numbers and a token of its own", async () => {
  const sandbox = await aSandbox();
  const made = await sandbox.control("whatsapp/accounts", { name: "Bo's Bikes", numbers: [{}, {}] });
  const { call } = onWhatsApp(sandbox, made.token);
  const { data } = (await call("GET", `${made.accountId}/phone_numbers`)).body;
  expect(data.map(({ id }: { id: string }) => id)).toEqual(made.numbers.map(({ id }: { id: string }) => id));
});

test("the day in which a customer can be answered passes by the platforms' clock", async () => {
  const { receiver, sandbox, call, happen } = await connected();
  await happen("message");
  const from = changesOf((await receiver.received(1))[0])[0]?.value.messages?.[0]?.from;
  await sandbox.control("clock", { advanceMs: 25 * 3_600_000 });

  const message = { messaging_product: "whatsapp", to: `+${from}`, text: { body: "Late" } };
  await call("POST", `${number}/messages`, message);
  const [status] = changesOf((await receiver.received(2))[1]);
  expect(status?.value.statuses?.[0]).toMatchObject({ status: "failed", errors: [{ code: 131047 }] });
});
