import { expect, test } from "vitest";
import { encryptedToken, zoomSignature } from "../../../sandbox/zoom/signature.ts";
import { aZoom } from "./support/a-zoom.ts";
import { aZoomReceiver } from "./support/a-zoom-receiver.ts";

const secret = "a-zoom-secret-for-these-tests";
const setUp = (url: string) => ({ SANDBOX_ZOOM_WEBHOOK_URL: url, SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN: secret });

async function connected(...statuses: number[]) {
  const receiver = await aZoomReceiver(secret, ...statuses);
  const zoom = await aZoom(setUp(receiver.url));
  await zoom.connect();
  await zoom.control("zoom/webhook/settings", { retryDelaysMs: [1, 1, 1] });
  const happen = (kind: string, text = "") =>
    zoom.control("events", { channel: "zoom", accountId: zoom.user.userId, kind, text });
  const log = async () =>
    (await (await fetch(`${zoom.url}/control/zoom/deliveries?userId=${zoom.user.userId}`)).json()).deliveries;
  return { receiver, zoom, happen, log };
}

test("an address proves the secret before its first event, which is signed over its very bytes", async () => {
  const { receiver, happen } = await connected(200);
  await happen("started", "Réunion 👋");

  const [event] = await receiver.received(1);
  expect(receiver.challenges).toHaveLength(1);
  const { "x-zm-signature": signature, "x-zm-request-timestamp": timestamp } = event.headers;
  expect(signature).toBe(zoomSignature(secret, String(timestamp), event.body));
  expect(timestamp).toMatch(/^\d{10}$/);
  expect(event.headers["content-type"]).toBe("application/json; charset=utf-8");
});

test("a meeting's course is told with its id as a string, its making with a number", async () => {
  const { receiver, zoom, happen } = await connected(200);
  for (const [kind, text] of [
    ["created", "Planning"],
    ["started", "Planning"],
    ["joined", "Bo"],
    ["left", "Bo"],
    ["ended", ""],
    ["recording", ""],
  ] as const) {
    await happen(kind, text);
  }

  const events = (await receiver.received(6)).map(({ body }) => JSON.parse(body));
  expect(events.map(({ event }) => event)).toEqual([
    "meeting.created",
    "meeting.started",
    "meeting.participant_joined",
    "meeting.participant_left",
    "meeting.ended",
    "recording.completed",
  ]);
  const [created, started, joined, left, ended, recording] = events;
  expect(created.payload.object.id).toEqual(expect.any(Number));
  expect(started.payload).toMatchObject({
    account_id: zoom.user.accountId,
    object: { id: expect.any(String), host_id: zoom.user.userId, topic: "Planning" },
  });
  expect(joined.payload.object.participant).toMatchObject({ user_name: "Bo", id: "" });
  expect(left.payload.object.participant.leave_reason).toBeTruthy();
  expect(ended.payload.object.uuid).toBe(started.payload.object.uuid);
  expect(recording.download_token).toMatch(/^eyJ/);
});

test("a 5xx is tried again three times, a 4xx never", async () => {
  const { receiver, happen, log } = await connected(503, 503, 200, 401);
  await happen("started");
  await receiver.received(3);
  await expect.poll(async () => (await log())[0].status).toBe("delivered");

  await happen("ended");
  await receiver.received(4);
  await expect
    .poll(async () => (await log())[1])
    .toMatchObject({ status: "failed", attempts: [{ status: 401 }] });
});

test("after the third retry nothing more comes", async () => {
  const { happen, log } = await connected(500);
  await happen("started");
  await expect.poll(async () => (await log())[0]).toMatchObject({ status: "failed" });
  expect((await log())[0].attempts).toHaveLength(4);
});

test("nothing is told of a person who has not added the app", async () => {
  const { zoom, happen, log } = await connected(200);
  await zoom.control(`zoom/users/${zoom.user.userId}/revoke`);
  await happen("started");
  expect((await log())[0]).toMatchObject({ status: "not sent", note: "This person has not added the app." });
});

test("removing the app tells of it, after the tokens have died", async () => {
  const { receiver, zoom } = await connected(200);
  await zoom.control(`zoom/users/${zoom.user.userId}/remove-app`, { userDataRetention: "false" });

  const [event] = await receiver.received(1);
  expect(JSON.parse(event.body)).toMatchObject({
    event: "app_deauthorized",
    payload: {
      account_id: zoom.user.accountId,
      user_id: zoom.user.userId,
      client_id: zoom.config.zoom.clientId,
      user_data_retention: "false",
    },
  });
});

test("a forged validation carries no signature, and says nothing about the webhook", async () => {
  const { receiver, zoom } = await connected(200);
  const plainToken = "v0:1795248005:{}";
  const forged = await zoom.control("zoom/webhook/validate", { signature: "none", plainToken });

  expect(JSON.parse(receiver.challenges[0]?.body ?? "{}").payload.plainToken).toBe(plainToken);
  expect(receiver.challenges[0]?.headers["x-zm-signature"]).toBeUndefined();
  // This receiver is careless, and so becomes an oracle.
  expect(JSON.parse(forged.answer).encryptedToken).toBe(encryptedToken(secret, plainToken));
  expect((await zoom.control("zoom/webhook/settings")).validatedAt).toBeNull();
});

test("six failed validations in a row disable a webhook that worked", async () => {
  const { receiver, zoom, happen, log } = await connected(200);
  expect(await zoom.control("zoom/webhook/validate")).toMatchObject({ ok: true });
  receiver.forgetSecret();
  for (let failure = 0; failure < 6; failure += 1) await zoom.control("zoom/webhook/validate");

  await happen("started");
  expect((await log())[0].note).toContain("disabled");
});
