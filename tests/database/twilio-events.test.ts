import { expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { twilioWhatsapp } from "#lib/providers/twilio-whatsapp/twilio-whatsapp.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import {
  aTwilioAccount,
  connectedNumber,
  send,
  type TwilioAccount,
  typeIn,
  write,
} from "#tests/support/a-twilio-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { publicAddress } from "#tests/support/public-address.ts";
import { control } from "#tests/support/sandbox.ts";

const accountId = ({ accountSid, number }: TwilioAccount) => `${accountSid}:${number}`;
const eventsOf = (id: string) =>
  sql`select * from webhook_events where account_external_id = ${id} order by received_at, id`;
const until = (id: string, count: number) =>
  eventually(async () => {
    const events = await eventsOf(id);
    expect(events).toHaveLength(count);
    return events;
  });

async function aConnectedNumber(fields: object = {}) {
  const acme = await anOrganization();
  const account = await aTwilioAccount(fields);
  return { acme, account, id: accountId(account), connectionId: await connectedNumber(acme.admin, account) };
}

async function answerOf(account: TwilioAccount, more: object) {
  return control<{ status: number; contentType: string; body: string }>("twilio/deliver", {
    accountSid: account.accountSid,
    url: `${publicAddress}/api/webhooks/twilio`,
    params: { MessageSid: `SM${"7".repeat(32)}`, To: `whatsapp:${account.number}`, Body: "hi" },
    ...more,
  });
}

test("what customers write arrives in the connection it was written to, and is acknowledged with empty XML", async () => {
  const { acme, account, id, connectionId } = await aConnectedNumber();
  await write(account, { text: "Are you open?" });
  await until(id, 1);
  await write(account, { kind: "hidden", text: "and now?" });
  await until(id, 2);
  await write(account, { kind: "location" });

  const events = await until(id, 3);
  expect(events.map(({ event_type }) => event_type)).toEqual(["message", "message", "message"]);
  expect(events[0]).toMatchObject({
    provider: "twilio_whatsapp",
    organization_id: acme.id,
    connection_id: connectionId,
    verified_with: "auth_token",
    external_id: events[0]?.payload.MessageSid,
    headers: { "i-twilio-idempotency-token": expect.any(String) },
  });
  expect(events[1]?.payload.From).toMatch(/^whatsapp:[A-Z]{2}\./);
  expect(await answerOf(account, {})).toMatchObject({
    status: 200,
    contentType: "text/xml",
    body: "<Response/>",
  });
});

test("the sandbox number is told to be set by hand, and is healthy once an event has come", async () => {
  const acme = await anOrganization();
  const account = await aTwilioAccount({ senders: 0 });
  const shared = { ...account, number: "+14155238886", senderSid: `${account.accountSid}:shared` };
  const submission = await typeIn(acme.admin, shared);
  expect(submission).toMatchObject({
    kind: "connected",
    state: "needs_attention",
    sentence: expect.stringMatching(/Paste both addresses/),
  });

  const [inbound, status] = twilioWhatsapp.pastedAddresses.map(({ path }) => publicAddress + path);
  await account.control("shared-number", { callbackUrl: inbound, statusCallbackUrl: status });
  await write(shared, { kind: "join" });
  await until(accountId(shared), 1);
  const connectionId = submission.kind === "connected" ? submission.connectionId : "";
  expect(await checkConnection(connectionId, "schedule")).toEqual({ status: "healthy", reason: null });
});

test("each status of a sent message is kept once, however often and in whatever order it is told", async () => {
  const { account, id } = await aConnectedNumber();
  await write(account);
  const [first] = await until(id, 1);
  await account.control("manner", { manner: "repeated" });
  const sid = await send(account, first?.payload.From);

  const events = await eventually(async () => {
    const found = await eventsOf(id);
    expect(found.map(({ event_type }) => event_type)).toEqual(
      expect.arrayContaining(["status.sent", "status.delivered", "status.read"]),
    );
    expect(found.filter(({ duplicates }) => duplicates > 0).length).toBeGreaterThan(0);
    return found;
  });
  const keys = events.map(({ external_id }) => external_id);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain(`${sid}:delivered`);
  expect(keys).toContain(`${sid}:read`);
});

test("a message that fails later says why", async () => {
  const { account, id } = await aConnectedNumber();
  await write(account);
  const [first] = await until(id, 1);
  await account.control("fail-next-message", { code: 63016 });
  const sid = await send(account, first?.payload.From);

  const failed = await eventually(async () => {
    const found = (await eventsOf(id)).find(({ external_id }) => external_id.endsWith(":63016"));
    expect(found).toBeDefined();
    return found;
  });
  expect(failed?.external_id).toMatch(new RegExp(`^${sid}:(failed|undelivered):63016$`));
  const told = twilioWhatsapp.interpreter.interpret({
    eventType: failed?.event_type,
    payload: failed?.payload,
  });
  expect(told.summary).toMatch(/More than 24 hours have passed/);
});

test("a forged delivery, an unsigned one, and one of an account nobody connected leave a count and nothing else", async () => {
  const { account, id } = await aConnectedNumber();
  const stranger = await aTwilioAccount();
  expect(await answerOf(account, { signature: "bad" })).toMatchObject({ status: 403 });
  expect(await answerOf(account, { signature: "none" })).toMatchObject({ status: 403 });
  expect(await answerOf(stranger, {})).toMatchObject({ status: 403 });
  const madeUp = new URLSearchParams({
    AccountSid: `AC${"0".repeat(32)}`,
    MessageSid: `SM${"0".repeat(32)}`,
  });
  const refused = await fetch(`${publicAddress}/api/webhooks/twilio`, {
    method: "POST",
    headers: { "x-twilio-signature": "CFp1Rt9OsucFCr3bsNc1Sckuz98=" },
    body: madeUp,
  });
  expect(refused.status).toBe(403);
  expect((await fetch(`${publicAddress}/api/webhooks/twilio`)).status).toBe(405);

  expect(await eventsOf(id)).toEqual([]);
  expect(
    await sql`select id from webhook_events where payload->>'AccountSid' in (${stranger.accountSid}, ${`AC${"0".repeat(32)}`})`,
  ).toEqual([]);
  await flushRejections();
  const counted =
    await sql`select distinct reason from webhook_rejections where sender = 'twilio' order by reason`;
  expect(counted.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(["bad_signature", "missing_signature", "unknown_account", "wrong_method"]),
  );
});

test("after a rotation both tokens verify, and what came in between is fetched", async () => {
  const { acme, account, id } = await aConnectedNumber();
  const since = new Date(Date.now() - 60_000);
  await write(account, { text: "before" });
  await until(id, 1);

  const { authToken } = await account.control<{ authToken: string }>("rotate-token");
  await write(account, { text: "refused meanwhile" });
  await eventually(async () => {
    const { deliveries } = await listDeliveries(account);
    expect(deliveries.some(({ status }) => status === "failed")).toBe(true);
  });

  const renewed = { ...account, authToken };
  expect(await typeIn(acme.admin, renewed)).toMatchObject({ kind: "connected", state: "connected" });
  await write(renewed, { text: "after" });
  await until(id, 2);

  const app = twilioWhatsapp.app((name) => process.env[name]);
  if (!app) throw new Error("no app");
  const missed = await twilioWhatsapp.catchUp?.(
    app,
    { externalId: id, secrets: { accountSid: account.accountSid, authToken } },
    since,
  );
  if (!missed?.ok) throw new Error(JSON.stringify(missed));
  expect(missed.value.map(({ payload }) => (payload as { Body: string }).Body)).toEqual([
    "before",
    "refused meanwhile",
    "after",
  ]);
  const stored = (await eventsOf(id)).map(({ external_id }) => external_id);
  expect(missed.value.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(stored));

  // Signed by the token before, and still on its way.
  const old = await signedByOld(account);
  expect(old.status).toBe(200);
  expect((await until(id, 3)).at(-1)?.verified_with).toBe("auth_token (previous)");
});

async function listDeliveries({ accountSid }: TwilioAccount) {
  const { sandboxUrl } = await import("#tests/support/sandbox.ts");
  const response = await fetch(`${sandboxUrl}/control/twilio/deliveries?accountSid=${accountSid}`);
  return (await response.json()) as { deliveries: { status: string }[] };
}

async function signedByOld({ accountSid, authToken, number }: TwilioAccount) {
  const { getExpectedTwilioSignature } = await import("twilio/lib/webhooks/webhooks.js");
  const params = {
    AccountSid: accountSid,
    MessageSid: `SM${"5".repeat(32)}`,
    To: `whatsapp:${number}`,
    Body: "late",
  };
  const url = `${publicAddress}/api/webhooks/twilio`;
  return fetch(url, {
    method: "POST",
    headers: { "x-twilio-signature": getExpectedTwilioSignature(authToken, url, params) },
    body: new URLSearchParams(params),
  });
}
