import { expect, test } from "vitest";
import { aTwilio } from "./support/a-twilio.ts";

const senders = "/v2/Channels/Senders";

test("an account tells of itself to both its tokens, and to nothing else", async () => {
  const twilio = await aTwilio({ friendlyName: "Fade & Co." });
  const file = `${twilio.account.path}.json`;
  const { secondaryToken } = await twilio.control(`twilio/accounts/${twilio.account.sid}/secondary-token`);

  const { status, body } = await twilio.api(file);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    sid: twilio.account.sid,
    owner_account_sid: twilio.account.sid,
    auth_token: twilio.account.token,
    status: "active",
    type: "Full",
    date_created: expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000$/),
  });
  const bySecondary = await twilio.api(file, { auth: [twilio.account.sid, secondaryToken] });
  expect(bySecondary.body.auth_token).toBe(twilio.account.token);

  for (const auth of [
    [twilio.account.sid, "0".repeat(32)],
    [`AC${"a".repeat(32)}`, twilio.account.token],
    [twilio.apiKey.sid, twilio.apiKey.secret],
  ] as [string, string][]) {
    expect(await twilio.api(file, { auth })).toMatchObject({
      status: 401,
      body: {
        code: 20003,
        message: "Authenticate",
        more_info: "https://www.twilio.com/docs/errors/20003",
        status: 401,
      },
    });
  }
});

test("an API key lists senders and messages, and may not look at the account or its tokens", async () => {
  const twilio = await aTwilio();
  const auth: [string, string] = [twilio.apiKey.sid, twilio.apiKey.secret];

  expect((await twilio.messaging(`${senders}?Channel=whatsapp`, { auth })).body.senders).toHaveLength(1);
  expect((await twilio.api(`${twilio.account.path}/Messages.json`, { auth })).status).toBe(200);
  expect((await twilio.accounts("/v1/AuthTokens/Secondary", { auth, method: "POST" })).status).toBe(401);
});

test("senders need a channel, come in pages, and their next page is a whole address", async () => {
  const twilio = await aTwilio({ senders: 5 });
  expect((await twilio.messaging(senders)).body).toMatchObject({ status: 400, code: 20001 });

  const first = (await twilio.messaging(`${senders}?Channel=whatsapp&PageSize=3`)).body;
  expect(first.senders).toHaveLength(3);
  expect(first.meta).toMatchObject({ page: 0, page_size: 3, previous_page_url: null, key: "senders" });

  const { pathname, search } = new URL(first.meta.next_page_url);
  const second = (await twilio.messaging(pathname.replace("/messaging.twilio.com", "") + search)).body;
  expect(second.senders).toHaveLength(2);
  expect(second.meta.next_page_url).toBeNull();
  expect(new Set([...first.senders, ...second.senders].map(({ sid }) => sid)).size).toBe(5);
});

test("changing a webhook answers 202 and replaces the whole of it, unless the change comes to nothing", async () => {
  const twilio = await aTwilio();
  const read = async () => (await twilio.messaging(`${senders}/${twilio.sender.sid}`)).body;
  const callback_url = "https://app.example.com/api/webhooks/twilio#rc=3&rp=5xx,ct,rt";

  const { status, body } = await twilio.setWebhook({
    callback_url,
    status_callback_url: "https://app.example.com/s",
  });
  expect(status).toBe(202);
  expect(body.status).toBe("ONLINE:UPDATING");
  expect((await read()).webhook).toMatchObject({ callback_url, callback_method: "POST" });

  await twilio.setWebhook({ callback_url });
  expect((await read()).webhook.status_callback_url).toBeNull();

  await twilio.control(`twilio/senders/${twilio.sender.sid}/ignore-next-update`);
  expect((await twilio.setWebhook({ callback_url: "https://other.example/" })).status).toBe(202);
  expect((await read()).webhook.callback_url).toBe(callback_url);
});

test("an offline sender says why", async () => {
  const twilio = await aTwilio();
  await twilio.control(`twilio/senders/${twilio.sender.sid}/status`, { status: "OFFLINE" });

  const { body } = await twilio.messaging(`${senders}/${twilio.sender.sid}`);
  expect(body).toMatchObject({ status: "OFFLINE", offline_reasons: [{ code: 63020 }] });
});

test("a suspended account shows in each of Twilio's ways", async () => {
  const twilio = await aTwilio();
  const suspend = (refusedWith: number) =>
    twilio.control(`twilio/accounts/${twilio.account.sid}/status`, { status: "suspended", refusedWith });
  const ask = async () => [
    await twilio.api(`${twilio.account.path}.json`),
    await twilio.messaging(`${senders}?Channel=whatsapp`),
  ];

  await suspend(20403);
  const [account, list] = await ask();
  expect(account).toMatchObject({ status: 200, body: { status: "suspended" } });
  expect(list).toMatchObject({ status: 403, body: { code: 20403 } });

  for (const [code, status] of [
    [20003, 401],
    [10001, 403],
    [20005, 403],
  ] as const) {
    await suspend(code);
    for (const answer of await ask()) expect(answer).toMatchObject({ status, body: { code } });
  }
});

test("a promoted token takes over at once, by the API or by someone at the Console", async () => {
  const twilio = await aTwilio();
  const secondary = (await twilio.accounts("/v1/AuthTokens/Secondary", { method: "POST" })).body
    .secondary_auth_token;
  const promoted = (await twilio.accounts("/v1/AuthTokens/Promote", { method: "POST" })).body.auth_token;
  expect(promoted).toBe(secondary);

  const file = `${twilio.account.path}.json`;
  expect((await twilio.api(file)).status).toBe(401);
  expect((await twilio.api(file, { auth: [twilio.account.sid, promoted] })).status).toBe(200);

  const { authToken } = await twilio.control(`twilio/accounts/${twilio.account.sid}/rotate-token`);
  expect((await twilio.api(file, { auth: [twilio.account.sid, promoted] })).status).toBe(401);
  expect((await twilio.api(file, { auth: [twilio.account.sid, authToken] })).status).toBe(200);
});

test("calls fail on demand, for the account it was asked for", async () => {
  const twilio = await aTwilio();
  const other = await twilio.control("twilio/accounts");
  await twilio.control("fail", {
    host: "api.twilio.com",
    status: 429,
    code: 20429,
    message: "Too Many Requests",
    personId: twilio.account.sid,
  });

  const auth: [string, string] = [other.accountSid, other.authToken];
  expect((await twilio.api(`/2010-04-01/Accounts/${other.accountSid}.json`, { auth })).status).toBe(200);
  expect(await twilio.api(`${twilio.account.path}.json`)).toMatchObject({
    status: 429,
    body: { code: 20429 },
  });
  expect((await twilio.api(`${twilio.account.path}.json`)).status).toBe(200);
});
