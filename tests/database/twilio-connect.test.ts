import { describe, expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { aTwilioAccount, connectedNumber, senderAtTwilio, typeIn } from "#tests/support/a-twilio-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { publicAddress } from "#tests/support/public-address.ts";
import { control } from "#tests/support/sandbox.ts";

const ours = {
  callback_url: `${publicAddress}/api/webhooks/twilio#rc=3&rp=5xx,ct,rt`,
  callback_method: "POST",
  status_callback_url: `${publicAddress}/api/webhooks/twilio/status#rc=3&rp=5xx,ct,rt`,
  status_callback_method: "POST",
};
const refused = (sentence: RegExp) => ({ kind: "refused", sentence: expect.stringMatching(sentence) });

describe("connecting a number", () => {
  test("is verified, points Twilio here, and is healthy", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const submission = await typeIn(acme.admin, account, { label: "Front desk" });

    expect(submission).toMatchObject({ kind: "connected", state: "connected" });
    expect(await listConnections(acme.viewer)).toMatchObject([
      {
        provider: "twilio_whatsapp",
        externalId: `${account.accountSid}:${account.number}`,
        displayName: "Front desk",
        status: "healthy",
      },
    ]);
    expect((await senderAtTwilio(account)).webhook).toMatchObject(ours);
    const [row] =
      await sql`select webhook_configured, details from connections where external_id = ${`${account.accountSid}:${account.number}`}`;
    expect(row?.webhook_configured).toBe(true);
    expect(JSON.stringify(row)).not.toContain(account.authToken);
  });

  test("takes what the Console's copy buttons give: spaces, the prefix, the sender's SID", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const spaced = account.number.replace(/(\d{3})/g, "$1 ").trim();
    const typed = {
      authToken: ` ${account.authToken}\n`,
      sender: `whatsapp:${spaced}`,
      senderSid: account.senderSid,
    };
    expect(await typeIn(acme.admin, account, typed)).toMatchObject({ kind: "connected" });
  });

  test("finds the number on the last page of a long list", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount({ senders: 50 });
    const number = account.numbers.at(-1) ?? "";
    expect(await typeIn(acme.admin, account, { sender: number })).toMatchObject({ kind: "connected" });
  });

  test.each([
    ["an API key", { accountSid: `SK${"a".repeat(32)}` }, "accountSid", /API key \(SK…\) cannot stand in/],
    ["a number without its country", { sender: "2025550101" }, "sender", /with \+ and its country code/],
    ["a sender that is none", { senderSid: "MG123" }, "senderSid", /XE and 32/],
    ["an empty token", { authToken: "  " }, "authToken", /missing/],
  ])("%s is told at its field", async (_, more, field, complaint) => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    expect(await typeIn(acme.admin, account, more)).toEqual({
      kind: "invalid",
      fields: { [field]: expect.stringMatching(complaint) },
    });
  });

  test("each way Twilio can say no is told in words, and nothing is stored or changed", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const other = await aTwilioAccount();
    const trial = await aTwilioAccount({ type: "Trial", senders: 0 });
    const secondary = await account.control<{ secondaryToken: string }>("secondary-token");
    const attempts: [Record<string, string>, RegExp][] = [
      [{ authToken: "0".repeat(32) }, /does not accept this Account SID with this Auth Token/],
      [{ authToken: secondary.secondaryToken }, /not the account's primary Auth Token/],
      [{ sender: "+15550000000" }, /\+15550000000 is not a WhatsApp sender of this Twilio account/],
      [{ sender: other.number }, /is not a WhatsApp sender of this Twilio account/],
      [{ senderSid: other.senderSid }, /does not find it in this account/],
    ];
    for (const [more, sentence] of attempts)
      expect(await typeIn(acme.admin, account, more)).toEqual(refused(sentence));
    expect(await typeIn(acme.admin, trial, { sender: "+15550000000" })).toEqual(
      refused(/not a WhatsApp sender/),
    );

    await control(`twilio/senders/${account.senderSid}/status`, { status: "OFFLINE" });
    expect(await typeIn(acme.admin, account)).toEqual(
      refused(/offline\. The business has not accepted Twilio's invitation at Meta\./),
    );
    await control(`twilio/senders/${account.senderSid}/status`, { status: "TWILIO_REVIEW" });
    expect(await typeIn(acme.admin, account)).toEqual(refused(/Twilio is reviewing it/));

    expect(await listConnections(acme.viewer)).toEqual([]);
    expect((await senderAtTwilio(account)).webhook.callback_url).toBeNull();
  });

  test.each([
    ["suspended", 20403, /suspended/],
    ["suspended", 10001, /suspended or closed/],
    ["suspended", 20005, /suspended or closed/],
    ["suspended", 20003, /account is suspended/],
    ["closed", 20403, /suspended or closed/],
  ])("an account that is %s, told by %i, is refused", async (status, refusedWith, sentence) => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    await account.control("status", { status, refusedWith });
    expect(await typeIn(acme.admin, account)).toEqual(refused(sentence));
  });

  test("the sandbox number is taken although nobody lists it, and two accounts may share it", async () => {
    for (const organization of [await anOrganization(), await anOrganization("Globex")]) {
      const account = await aTwilioAccount({ senders: 0 });
      expect(await typeIn(organization.admin, account, { sender: "+14155238886" })).toMatchObject({
        kind: "connected",
      });
      const [connection] = await listConnections(organization.viewer);
      expect(connection?.externalId).toBe(`${account.accountSid}:+14155238886`);
      const [row] =
        await sql`select webhook_configured from connections where id = ${connection?.id ?? null}`;
      expect(row?.webhook_configured).toBe(false);
    }
  });
});

describe("where Twilio sends a number's events", () => {
  const theirs = "https://someone-else.example/whatsapp";

  test("is put back on disconnect, as it was before the first connect", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    await control(`twilio/senders/${account.senderSid}/webhook`, { callbackUrl: theirs });
    const id = await connectedNumber(acme.admin, account);
    expect((await senderAtTwilio(account)).webhook).toMatchObject(ours);
    expect(await connectedNumber(acme.admin, account)).toBe(id);

    await disconnect(acme.admin, id);
    await revoke(id, 0);
    expect((await senderAtTwilio(account)).webhook).toMatchObject({
      callback_url: theirs,
      status_callback_url: null,
    });
  });

  test("is left alone on disconnect when someone has changed it since", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const id = await connectedNumber(acme.admin, account);
    await control(`twilio/senders/${account.senderSid}/webhook`, {
      callbackUrl: theirs,
      statusCallbackUrl: theirs,
    });

    await disconnect(acme.admin, id);
    await revoke(id, 0);
    expect((await senderAtTwilio(account)).webhook).toMatchObject({
      callback_url: theirs,
      status_callback_url: theirs,
    });
  });

  test("is not taken back by a check, which says where it points and offers to mend it", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const id = await connectedNumber(acme.admin, account);
    await control(`twilio/senders/${account.senderSid}/webhook`, { callbackUrl: theirs });

    expect(await checkConnection(id, "schedule")).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(/they go to someone-else\.example/),
    });
    expect((await senderAtTwilio(account)).webhook.callback_url).toBe(theirs);
    const [row] =
      await sql`select lines from connection_checks where connection_id = ${id} order by checked_at desc limit 1`;
    expect(row?.lines).toContainEqual(expect.objectContaining({ id: "webhook", repair: "subscription" }));
  });

  test("that Twilio accepts and does not set is not taken for set", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    await control(`twilio/senders/${account.senderSid}/ignore-next-update`);
    expect(await typeIn(acme.admin, account)).toMatchObject({
      kind: "connected",
      state: "needs_attention",
      sentence: expect.stringMatching(/Twilio does not send us: messages, statuses/),
    });
    const [connection] = await listConnections(acme.viewer);
    expect(await checkConnection(connection?.id ?? "", "person")).toMatchObject({ status: "healthy" });
  });
});

describe("a check", () => {
  test("tells a changed token, a suspension, a trial, a number offline and poor quality apart", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount();
    const id = await connectedNumber(acme.admin, account);
    const now = async () => {
      await checkConnection(id, "person");
      return findConnection(acme.viewer, id);
    };

    await control(`twilio/senders/${account.senderSid}/status`, { status: "ONLINE", qualityRating: "LOW" });
    expect(await now()).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/Quality low/),
    });
    await control(`twilio/senders/${account.senderSid}/status`, { status: "OFFLINE" });
    expect(await now()).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/offline/),
    });
    await control(`twilio/senders/${account.senderSid}/status`, { status: "ONLINE", qualityRating: "HIGH" });
    expect(await now()).toMatchObject({ status: "healthy", statusReason: null });

    await account.control("status", { status: "suspended" });
    expect(await now()).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/suspended/),
    });
    await account.control("status", { status: "active" });
    await account.control("rotate-token");
    expect(await now()).toMatchObject({
      status: "broken",
      statusReason: expect.stringMatching(/the token was changed/),
    });
  });

  test("of a trial account says whom it can write to", async () => {
    const acme = await anOrganization();
    const account = await aTwilioAccount({ type: "Trial" });
    expect(await typeIn(acme.admin, account)).toMatchObject({
      state: "needs_attention",
      sentence: expect.stringMatching(/verified numbers only/),
    });
  });
});
