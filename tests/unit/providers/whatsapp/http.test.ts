import { beforeEach, describe, expect, test } from "vitest";
import { whatsapp } from "#lib/providers/whatsapp/whatsapp.ts";
import {
  aWebhookAddress,
  aWhatsappAccount,
  whatsappApp,
  whatsappState,
} from "#tests/support/a-whatsapp-number.ts";
import { setAppWebhook } from "#tests/support/app-webhook.ts";
import { control } from "#tests/support/sandbox.ts";

const [ours, theirs] = [await aWebhookAddress(), await aWebhookAddress()];
const app = whatsappApp(ours.origin);
const ourAddress = `${ours.origin}/api/webhooks/meta`;
const object = "whatsapp_business_account";
const theirAddress = `${theirs.origin}/hooks`;

beforeEach(async () => {
  await control("fail/clear");
  await setAppWebhook(ourAddress, { object });
});

const form = whatsapp.connect;
if (form.kind !== "form") throw new Error("WhatsApp is connected by a form");

type Made = Awaited<ReturnType<typeof aWhatsappAccount>>;
const typedFor = ({ wabaId, token, account }: Made) => ({
  phoneNumberId: account.externalId,
  wabaId,
  accessToken: token,
});
const submit = (typed: Record<string, string>) => form.submit(app, typed);

async function refusal(typed: Record<string, string>) {
  const answer = await submit(typed);
  if (answer.ok) throw new Error("it was accepted");
  return answer.error;
}
const line = (report: Awaited<ReturnType<typeof whatsapp.check>>, id: string) =>
  report.lines.find((one) => one.id === id);

describe("what is typed", () => {
  test("becomes the number with its name, and what it may do", async () => {
    const made = await aWhatsappAccount();
    const answer = await submit(typedFor(made));

    expect(answer).toMatchObject({
      ok: true,
      value: {
        grant: {
          secrets: { accessToken: made.token, wabaId: made.wabaId },
          authorizedBy: expect.any(String),
        },
        account: {
          offer: {
            externalId: made.account.externalId,
            displayName: "Harbour Bakery",
            username: made.numbers[0]?.displayPhoneNumber,
            obstacle: null,
            limits: [],
          },
          details: { wabaId: made.wabaId, qualityRating: "GREEN", platformType: "CLOUD_API" },
        },
      },
    });
  });

  test("has the shape its field demands", async () => {
    const made = await aWhatsappAccount();
    for (const { name, shape } of form.fields) {
      expect(typedFor(made)[name as keyof ReturnType<typeof typedFor>]).toMatch(new RegExp(shape));
      expect("+1 555-000-1111").not.toMatch(new RegExp(shape));
    }
  });

  test("with a token that is no token is refused for it", async () => {
    const made = await aWhatsappAccount();
    const typed = { ...typedFor(made), accessToken: "EAAnothingMetaEverMade0000000" };
    expect(await refusal(typed)).toMatchObject({
      kind: "reauthorize",
      sentence: "The access token could not be confirmed. Meta does not accept the access token.",
      code: "190",
    });
  });

  test("with another app's token says so", async () => {
    const made = await aWhatsappAccount();
    const { token } = await control<{ token: string }>("whatsapp/tokens", {
      accountIds: [made.wabaId],
      ofAnotherApp: true,
    });
    expect(await refusal({ ...typedFor(made), accessToken: token })).toMatchObject({
      kind: "rejected",
      sentence: "The access token was made for another Meta app.",
      nextStep: expect.stringContaining(app.clientId),
    });
  });

  test.each(["whatsapp_business_management", "whatsapp_business_messaging"])(
    "without %s says so",
    async (scope) => {
      const made = await aWhatsappAccount();
      await control("whatsapp/tokens/revoke-permission", { token: made.token, permission: scope });
      expect(await refusal(typedFor(made))).toMatchObject({
        kind: "permission_missing",
        sentence: `The access token lacks ${scope}.`,
      });
    },
  );

  test("with an account the token does not reach names the account", async () => {
    const [made, other] = [await aWhatsappAccount(), await aWhatsappAccount()];
    const sentence = `The access token does not reach the WhatsApp account ${other.wabaId}.`;
    expect(await refusal({ ...typedFor(made), wabaId: other.wabaId })).toMatchObject({ sentence });

    // A token that is said to reach every account and yet does not is found out by asking.
    const { token } = await control<{ token: string }>("whatsapp/tokens", { accountIds: null });
    expect(await refusal({ ...typedFor(made), accessToken: token, wabaId: "999999999999999" })).toMatchObject(
      {
        sentence: "The access token does not reach the WhatsApp account 999999999999999.",
      },
    );
  });

  test("with a number of another account lists the numbers there are", async () => {
    const [made, other] = [await aWhatsappAccount(), await aWhatsappAccount()];
    expect(await refusal({ ...typedFor(made), phoneNumberId: other.account.externalId })).toMatchObject({
      kind: "rejected",
      sentence: `The WhatsApp account ${made.wabaId} has no number with the ID ${other.account.externalId}.`,
      nextStep: `Its numbers are ${made.account.externalId} (${made.numbers[0]?.displayPhoneNumber}).`,
    });
  });

  test("while Meta is out of order is refused for that, and for nothing it may not know", async () => {
    const made = await aWhatsappAccount();
    await control("fail", { count: 3, status: 503, host: "graph.facebook.com" });
    expect(await refusal(typedFor(made))).toMatchObject({ kind: "temporary" });
  });

  test("with a token that ends says when", async () => {
    const made = await aWhatsappAccount();
    const { token } = await control<{ token: string }>("whatsapp/tokens", {
      accountIds: [made.wabaId],
      expires: true,
    });
    const answer = await submit({ ...typedFor(made), accessToken: token });
    expect(answer.ok && answer.value.account.offer.limits).toEqual([
      { sentence: expect.stringMatching(/^The access token ends on \d{4}-\d\d-\d\d\./), askAgain: false },
    ]);
  });
});

describe("events", () => {
  const subscribe = (made: Made) => whatsapp.subscribe?.(app, made.account);

  test("come by a plain subscription where the app's own webhook is ours", async () => {
    const made = await aWhatsappAccount();
    expect(await subscribe(made)).toEqual({ ok: true, value: { isComplete: true, missing: [] } });
    expect((await whatsappState()).subscriptions[made.wabaId]).toEqual({ override: null });
  });

  test("come by an override, after the plain subscription, where the app's webhook is another's", async () => {
    const made = await aWhatsappAccount();
    await setAppWebhook(theirAddress, { object });
    expect(await subscribe(made)).toEqual({ ok: true, value: { isComplete: true, missing: [] } });
    expect((await whatsappState()).subscriptions[made.wabaId]?.override?.url).toBe(ourAddress);

    const handshakes = ours.asked.length;
    expect(await subscribe(made)).toMatchObject({ value: { isComplete: true } });
    // What is right is left alone: another plain subscription would have taken the override away.
    expect(ours.asked).toHaveLength(handshakes);
    expect((await whatsappState()).subscriptions[made.wabaId]?.override?.url).toBe(ourAddress);
  });

  test("cannot come before the app has any webhook, which is said with what to enter", async () => {
    const made = await aWhatsappAccount();
    await setAppWebhook(theirAddress, { object });
    const bare = whatsappApp(ours.origin);
    const silent = { ...bare, verifyToken: undefined };
    expect(await whatsapp.subscribe?.(silent, made.account)).toMatchObject({
      ok: false,
      error: { kind: "misconfigured", sentence: expect.stringContaining(theirAddress) },
    });
    expect(await whatsapp.check(silent, made.account)).toMatchObject({ status: "needs_attention" });
  });

  test("do not come where Meta cannot reach this installation, which is said", async () => {
    const made = await aWhatsappAccount();
    await setAppWebhook(theirAddress, { object });
    const away = whatsappApp("http://127.0.0.1:9");
    expect(await whatsapp.subscribe?.(away, made.account)).toMatchObject({
      error: { kind: "misconfigured", sentence: expect.stringMatching(/webhook address/) },
    });
  });

  test("end with the account's last number, and not while it has another", async () => {
    const [alone, several] = [await aWhatsappAccount(), await aWhatsappAccount(2)];
    for (const made of [alone, several]) {
      await subscribe(made);
      expect(await whatsapp.unsubscribe?.(app, made.account)).toEqual({ ok: true, value: null });
    }
    const { subscriptions } = await whatsappState();
    expect(subscriptions[alone.wabaId]).toBeUndefined();
    expect(subscriptions[several.wabaId]).toBeDefined();
  });
});

describe("the checklist", () => {
  test("of a sound number is good throughout, and sets up what is not yet", async () => {
    const made = await aWhatsappAccount();
    const report = await whatsapp.check(app, made.account);
    expect(report).toMatchObject({ status: "healthy", reason: null, subscription: { isComplete: true } });
    expect(report.lines.map(({ id }) => id)).toEqual([
      "token",
      "scope:whatsapp_business_management",
      "scope:whatsapp_business_messaging",
      "number",
      "platform",
      "name",
      "quality",
      "limit",
      "account",
      "webhook",
    ]);
    expect(report.lines.every(({ verdict }) => verdict === "good")).toBe(true);
  });

  test("tells where events go instead, leaves them there, and offers what mends it", async () => {
    const made = await aWhatsappAccount();
    await whatsapp.subscribe?.(app, made.account);
    await setAppWebhook(theirAddress, { object });

    const report = await whatsapp.check(app, made.account);
    expect(report).toMatchObject({
      status: "needs_attention",
      subscription: { isComplete: false, missing: [], pointsElsewhere: theirAddress },
    });
    expect(line(report, "webhook")).toMatchObject({ verdict: "warn", repair: "subscription" });
    expect((await whatsappState()).subscriptions[made.wabaId]?.override).toBeNull();

    expect(await whatsapp.subscribe?.(app, made.account)).toMatchObject({ value: { isComplete: true } });
    expect(await whatsapp.check(app, made.account)).toMatchObject({ status: "healthy" });
  });

  test.each([
    [{ nameStatus: "PENDING_REVIEW" }, "healthy", "name", "good"],
    [{ nameStatus: "DECLINED" }, "needs_attention", "name", "warn"],
    [{ qualityRating: "RED" }, "needs_attention", "quality", "warn"],
    [{ qualityRating: "NA" }, "healthy", "quality", "good"],
    [{ status: "DISCONNECTED" }, "broken", "number", "bad"],
    [{ status: "FLAGGED" }, "needs_attention", "number", "warn"],
    [{ platformType: "ON_PREMISE" }, "needs_attention", "platform", "warn"],
    [{ accountMode: "SANDBOX" }, "needs_attention", "mode", "warn"],
    [{ messagingLimitTier: "TIER_10K" }, "healthy", "limit", "good"],
    [{ status: "SOMETHING_NEW" }, "healthy", "number", "good"],
  ])("with %j is %s", async (change, status, id, verdict) => {
    const made = await aWhatsappAccount();
    await control(`whatsapp/numbers/${made.account.externalId}`, change);
    const report = await whatsapp.check(app, made.account);
    expect(report.status).toBe(status);
    expect(line(report, id)?.verdict).toBe(verdict);
  });

  test.each([
    [{ canSendMessage: "BLOCKED" }, /does not let the WhatsApp account send/],
    [{ canSendMessage: "LIMITED" }, /only in part/],
    [{ accountReviewStatus: "REJECTED" }, /has rejected/],
  ])("of an account with %j says so", async (change, reason) => {
    const made = await aWhatsappAccount();
    await control(`whatsapp/accounts/${made.wabaId}`, change);
    expect(await whatsapp.check(app, made.account)).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(reason),
    });
  });

  test.each([
    ["expire", /access token has expired/],
    ["change-password", /password/],
    ["revoke", /revoked/],
  ])("after %s of the token says why it is broken", async (how, reason) => {
    const made = await aWhatsappAccount();
    await control(`whatsapp/tokens/${how}`, { token: made.token });
    expect(await whatsapp.check(app, made.account)).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(reason),
    });
  });

  test("of a number that is gone, or out of the token's reach, is broken", async () => {
    const [deleted, withdrawn] = [await aWhatsappAccount(2), await aWhatsappAccount()];
    await control(`whatsapp/numbers/${deleted.account.externalId}/delete`);
    expect(await whatsapp.check(app, deleted.account)).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/has no number/),
    });
    await control("whatsapp/tokens/withdraw-account", {
      token: withdrawn.token,
      accountId: withdrawn.wabaId,
    });
    expect(await whatsapp.check(app, withdrawn.account)).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/does not reach/),
    });
  });

  test("says what a withdrawn permission is missing for", async () => {
    for (const scope of ["whatsapp_business_management", "whatsapp_business_messaging"]) {
      const made = await aWhatsappAccount();
      await control("whatsapp/tokens/revoke-permission", { token: made.token, permission: scope });
      const report = await whatsapp.check(app, made.account);
      expect(report.status).toBe("needs_attention");
      expect(line(report, `scope:${scope}`)?.verdict).toBe("warn");
    }
  });

  test("knows a token that will end", async () => {
    const made = await aWhatsappAccount();
    const { token } = await control<{ token: string }>("whatsapp/tokens", {
      accountIds: [made.wabaId],
      expires: true,
    });
    const account = { ...made.account, secrets: { ...made.account.secrets, accessToken: token } };
    expect(line(await whatsapp.check(app, account), "token")).toMatchObject({
      verdict: "good",
      reason: expect.stringMatching(/until \d{4}/),
    });
  });

  test("says nothing about the number when Meta is out of order or asks to slow down", async () => {
    const made = await aWhatsappAccount();
    for (const fault of [{ status: 503 }, { status: 400, code: 80008 }]) {
      await control("fail", { count: 3, host: "graph.facebook.com", ...fault });
      expect(await whatsapp.check(app, made.account)).toMatchObject({ status: "unknown" });
      await control("fail/clear");
    }
  });
});

describe("the registration", () => {
  const appLine = async () => (await whatsapp.checkApp?.(app))?.[0];

  test("is told apart from a connection: where the app's webhook goes, and what is ticked", async () => {
    expect(await appLine()).toMatchObject({ verdict: "good" });

    await setAppWebhook(theirAddress, { object });
    expect(await appLine()).toMatchObject({ verdict: "warn", reason: expect.stringContaining(theirAddress) });

    await setAppWebhook(ourAddress, { object, fields: "account_update" });
    expect(await appLine()).toMatchObject({ verdict: "warn", reason: expect.stringContaining("messages") });
  });

  test("with a wrong secret is wrong", async () => {
    const lines = await whatsapp.checkApp?.({ ...app, clientSecret: "not the secret" });
    expect(lines?.[0]).toMatchObject({ verdict: "bad", reason: expect.stringMatching(/id and secret/) });
  });
});
