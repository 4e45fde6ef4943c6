import { createHmac } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aReceiver } from "./support/a-receiver.ts";
import { app, aSandbox, fade } from "./support/a-sandbox.ts";

test("a delivery is signed over its very bytes, in which nothing but ASCII occurs", async () => {
  const receiver = await aReceiver(200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url });
  await sandbox.grantFade("messages");
  await sandbox.control("events", { pageId: fade, customer: "Ana", text: "Grüße <b> 👍" });

  const [delivery] = await receiver.received(1);
  const hmac = createHmac("sha256", app.secret)
    .update(delivery?.body ?? "")
    .digest("hex");
  expect(delivery?.headers).toMatchObject({
    "x-hub-signature-256": `sha256=${hmac}`,
    "content-type": "application/json",
    "user-agent": "facebookexternalua",
  });
  expect(String(delivery?.body)).toContain("Gr\\u00fc\\u00dfe \\u003Cb> \\ud83d\\udc4d");
  expect(JSON.parse(String(delivery?.body)).entry[0].messaging[0].message.text).toBe("Grüße <b> 👍");
});

test("what happens together arrives together, in several entries", async () => {
  const receiver = await aReceiver(200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url });
  await sandbox.grantFade("messages");
  await sandbox.control("events", { pageId: fade, customer: "Ana", count: 5 });

  const [delivery] = await receiver.received(1);
  const { object, entry } = JSON.parse(String(delivery?.body));
  expect(object).toBe("page");
  expect(entry.map(({ messaging }: { messaging: object[] }) => messaging.length)).toEqual([2, 2, 1]);
});

test("anything but exactly 200 is tried again, with the same bytes or as part of another batch", async () => {
  const receiver = await aReceiver(503, 202, 200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url, SANDBOX_RETRY_DELAYS_MS: "5" });
  await sandbox.grantFade("messages");
  const { deliveryIds } = await sandbox.control("events", { pageId: fade, customer: "Ana" });

  const [first, second, third] = await receiver.received(3);
  expect(second?.body).toEqual(first?.body);
  const [before, after] = [first, third].map((delivery) => JSON.parse(String(delivery?.body)).entry[0]);
  expect(after.time).toBeGreaterThan(before.time);
  expect(after.messaging).toEqual(before.messaging);
  const find = () => sandbox.store.state.deliveries.find(({ id }) => id === deliveryIds[0]);
  await expect.poll(() => find()?.status).toBe("delivered");
  expect(find()?.attempts.map(({ status }) => status)).toEqual([503, 202, 200]);
});

test("a Page whose deliveries fail for too long is unsubscribed", async () => {
  const receiver = await aReceiver(500);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url, SANDBOX_GIVE_UP_MS: "0" });
  await sandbox.grantFade("messages");
  await sandbox.control("events", { pageId: fade, customer: "Ana" });

  await expect.poll(() => sandbox.facebook.subscriptions[fade]).toBeUndefined();
  expect(sandbox.store.state.deliveries.at(-1)?.status).toBe("failed");
});

test("only subscribed fields are delivered", async () => {
  const receiver = await aReceiver(200);
  const sandbox = await aSandbox({ SANDBOX_META_CALLBACK_URL: receiver.url });
  await sandbox.grantFade("messages");
  await sandbox.control("events", { pageId: fade, customer: "Ana", kind: "comment", text: "Nice" });

  expect(sandbox.store.state.deliveries).toMatchObject([
    { status: "not sent", note: "The app is subscribed to Fade & Co. Barbershop, but not to feed." },
  ]);
});

test("an unfinished delivery is taken up again after a restart, and tokens still work", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "sandbox-")), "state.json");
  const receiver = await aReceiver(500, 200);
  const variables = { SANDBOX_META_CALLBACK_URL: receiver.url, SANDBOX_STATE_FILE: file };
  const before = await aSandbox({ ...variables, SANDBOX_RETRY_DELAYS_MS: "600000" });
  const { accessToken } = await before.grantFade("messages");
  await before.control("events", { pageId: fade, customer: "Ana" });
  await receiver.received(1);
  await expect.poll(() => before.store.state.deliveries[0]?.attempts.length).toBe(1);
  await before.close();

  const after = await aSandbox(variables);
  const [first, second] = await receiver.received(2);
  expect(second?.body).toEqual(first?.body);
  expect((await after.graph("me", { access_token: accessToken })).status).toBe(200);
});
