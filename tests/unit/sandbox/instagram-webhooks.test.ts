import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { aReceiver } from "./support/a-receiver.ts";
import { app, aSandbox, instagramApp } from "./support/a-sandbox.ts";
import { fadeOnInstagram as account, onInstagram } from "./support/an-instagram-account.ts";

async function connected() {
  const receiver = await aReceiver(200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url });
  const instagram = onInstagram(sandbox);
  const token = await instagram.connect();
  const happen = (kind: string, text = "Hi", customer = "Dana K") =>
    sandbox.control("events", { channel: "instagram", accountId: account, customer, kind, text });
  return { receiver, sandbox, instagram, token, happen };
}

const parsed = (delivery: { body: Buffer } | undefined) => JSON.parse(String(delivery?.body));

test("messages come as messaging and, when asked, as changes; comments also without the list", async () => {
  const { receiver, happen } = await connected();
  await happen("message");
  const [first] = await receiver.received(1);
  expect(parsed(first)).toMatchObject({
    object: "instagram",
    entry: [
      {
        id: account,
        messaging: [{ recipient: { id: account }, message: { mid: expect.any(String), text: "Hi" } }],
      },
    ],
  });

  await happen("message-as-change");
  const second = (await receiver.received(2))[1];
  expect(parsed(second).entry[0].changes).toMatchObject([
    { field: "messages", value: { message: { text: "Hi" } } },
  ]);

  await happen("comment-bare");
  const third = (await receiver.received(3))[2];
  expect(parsed(third).entry[0]).toMatchObject({
    field: "comments",
    value: { from: { username: "dana.k" } },
  });
});

test("deliveries are signed with the Instagram secret, or with Meta's when it is in that habit", async () => {
  const { receiver, sandbox, happen } = await connected();
  const signedWith = (secret: string, body: Buffer | undefined) =>
    `sha256=${createHmac("sha256", secret)
      .update(body ?? "")
      .digest("hex")}`;

  await happen("message");
  const [first] = await receiver.received(1);
  expect(first?.headers["x-hub-signature-256"]).toBe(signedWith(instagramApp.secret, first?.body));

  await sandbox.control("instagram/habits", { signing: "meta" });
  await happen("message");
  const second = (await receiver.received(2))[1];
  expect(second?.headers["x-hub-signature-256"]).toBe(signedWith(app.secret, second?.body));
});

test("what is not subscribed or no longer allowed is not sent, and the log says why", async () => {
  const { sandbox, happen } = await connected();
  const note = () => sandbox.store.state.deliveries.at(-1)?.note;

  await happen("reaction");
  expect(note()).toBe("The app is subscribed to @fadeandco, but not to message_reactions.");
  await sandbox.control(`instagram/accounts/${account}/revoke`, {
    permission: "instagram_business_manage_messages",
  });
  await happen("message");
  expect(note()).toBe("@fadeandco does not let the app use instagram_business_manage_messages.");
});

test("subscribing names the field it does not know, and reads back what it took", async () => {
  const { sandbox, instagram, token } = await connected();
  const path = "v26.0/me/subscribed_apps";
  const subscribe = async (subscribed_fields: string) =>
    (await instagram.graph(path, { access_token: token, subscribed_fields }, "POST")).body;

  expect((await subscribe("messages,message_reads")).error).toMatchObject({ code: 100 });
  await sandbox.control("instagram/habits", { refusedField: "messaging_seen" });
  expect((await subscribe("messages,messaging_seen")).error.message).toContain('got "messaging_seen"');
  expect(await subscribe("messages,message_edit")).toEqual({ success: true });
  const { data } = (await instagram.graph(path, { access_token: token })).body;
  expect(data[0].subscribed_fields).toEqual(["messages", "message_edit"]);
  await instagram.graph(path, { access_token: token }, "DELETE");
  expect((await instagram.graph(path, { access_token: token })).body).toEqual({ data: [] });
});

test("an answer within a day goes out and comes back as an echo", async () => {
  const { receiver, instagram, token, happen } = await connected();
  await happen("message");
  const [first] = await receiver.received(1);
  const igsid = parsed(first).entry[0].messaging[0].sender.id;

  const send = (text: string) =>
    instagram.graph(
      `v26.0/${account}/messages`,
      { access_token: token, recipient: JSON.stringify({ id: igsid }), message: JSON.stringify({ text }) },
      "POST",
    );
  const { body } = await send("Yes, in stock");
  const second = (await receiver.received(2))[1];
  expect(parsed(second).entry[0].messaging[0].message).toEqual({
    mid: body.message_id,
    text: "Yes, in stock",
    is_echo: true,
  });
  expect((await send("ä".repeat(501))).body.error.code).toBe(100);
});

test("calls fail as often as asked, on the host asked for", async () => {
  const { sandbox, instagram, token } = await connected();
  await sandbox.control("fail", { host: "graph.instagram.com", count: 1, status: 400, code: 4 });
  await sandbox.control("usage", { id: account, callCount: 95, regainMinutes: 7 });

  const limited = await instagram.graph("v26.0/me", { access_token: token });
  expect(limited.body.error.code).toBe(4);
  expect(JSON.parse(limited.headers.get("x-business-use-case-usage") ?? "{}")[account][0]).toMatchObject({
    type: "instagram",
    call_count: 95,
    estimated_time_to_regain_access: 7,
  });
  expect((await instagram.graph("v26.0/me", { access_token: token })).status).toBe(200);
});
