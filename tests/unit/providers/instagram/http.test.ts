import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#lib/providers/connect-contract.ts";
import { instagramDialog } from "#lib/providers/instagram/dialog.ts";
import { instagram } from "#lib/providers/instagram/instagram.ts";
import { withLimits } from "#lib/providers/limits.ts";
import {
  anInstagramAccount,
  instagramApp,
  instagramConsent,
  instagramState,
} from "#tests/support/an-instagram-account.ts";
import { control } from "#tests/support/sandbox.ts";

const app = instagramApp();
const redirectUri = `${app.publicUrl}/api/oauth/instagram/callback`;
const request = { redirectUri, state: "s", codeChallenge: null, askAgain: false };
const messages = "instagram_business_manage_messages";
const comments = "instagram_business_manage_comments";
const insights = "instagram_business_manage_insights";

beforeEach(async () => {
  await control("instagram/habits", { exchange: "wrapped", profile: "flat", refusedField: null });
});

async function code(accountId: string, consent: Parameters<typeof instagramConsent>[2] = {}) {
  const back = await instagramConsent(instagramDialog.dialogUrl(app, request), accountId, consent);
  return back.searchParams.get("code") ?? "";
}

async function granted(accountId: string, without: string[] = []) {
  const answer = await instagramDialog.exchange(app, {
    code: await code(accountId, { without }),
    redirectUri,
    codeVerifier: null,
  });
  if (!answer.ok) throw new Error(answer.error.sentence);
  return answer.value;
}

async function connected(without: string[] = []): Promise<Account> {
  const { accountId } = await anInstagramAccount();
  const { secrets } = await granted(accountId, without);
  return { externalId: accountId, secrets };
}

describe("the exchange", () => {
  test.each(["wrapped", "flat"])(
    "takes a %s answer, and the id only from where it is text",
    async (habit) => {
      await control("instagram/habits", { exchange: habit, profile: habit });
      const { accountId, scopedId } = await anInstagramAccount("fade.co");
      const grant = await granted(accountId);
      const accounts = await instagramDialog.reachableAccounts(app, grant);

      expect(grant.authorizedBy).toBe(scopedId);
      expect(accounts).toMatchObject({
        ok: true,
        value: [
          {
            offer: {
              externalId: accountId,
              username: "fade.co",
              displayName: "Harbour Café",
              obstacle: null,
              limits: [],
            },
            secrets: grant.secrets,
          },
        ],
      });
    },
  );

  test("gives a token of sixty days", async () => {
    const verified = await instagram.verify(app, await connected());
    const days =
      verified.ok &&
      verified.value.accessExpiresAt &&
      (verified.value.accessExpiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(60, 1);
  });

  test("takes a code with Instagram's fragment on it, once", async () => {
    const { accountId } = await anInstagramAccount();
    const withFragment = `${await code(accountId)}#_`;
    const exchange = () =>
      instagramDialog.exchange(app, { code: withFragment, redirectUri, codeVerifier: null });

    expect(await exchange()).toMatchObject({ ok: true });
    expect(await exchange()).toMatchObject({
      ok: false,
      error: { kind: "rejected", sentence: /used already/ },
    });
  });

  test("says what was not allowed and what it is missing for", async () => {
    const { accountId } = await anInstagramAccount();
    const accounts = await instagramDialog.reachableAccounts(
      app,
      await granted(accountId, [comments, insights]),
    );
    expect(accounts.ok && accounts.value[0]?.offer.limits).toEqual([
      { sentence: expect.stringMatching(/Comments/), askAgain: true },
      { sentence: expect.stringMatching(/no figures/), askAgain: true },
    ]);
  });

  test("shows a personal account with why it cannot be connected", async () => {
    const { accountId } = await anInstagramAccount("private.person", "Personal");
    const accounts = await instagramDialog.reachableAccounts(app, await granted(accountId));
    expect(accounts.ok && accounts.value).toMatchObject([
      {
        secrets: null,
        offer: {
          obstacle: { sentence: expect.stringMatching(/personal Instagram account/), askAgain: true },
        },
      },
    ]);
  });
});

describe("the token", () => {
  test("of another account is not taken for this one's", async () => {
    const [one, other] = [await connected(), await connected()];
    expect(await instagram.verify(app, { ...one, externalId: other.externalId })).toMatchObject({
      ok: false,
      error: { kind: "wrong_token" },
    });
  });

  test("is renewed after its first day, and not before, which costs nothing", async () => {
    const account = await connected();
    expect(await instagram.renewal?.refresh(app, account)).toMatchObject({
      ok: false,
      error: { kind: "rejected" },
    });

    await control("clock", { advanceMs: 25 * 60 * 60_000 });
    const renewed = await instagram.renewal?.refresh(app, account);
    if (!renewed?.ok) throw new Error("not renewed");
    expect(renewed.value.secrets.accessToken).not.toBe(account.secrets.accessToken);
    expect(renewed.value.scopes).toContain(messages);
    expect((await instagramState()).refreshes[account.externalId]).toBe(1);
    expect(await instagram.verify(app, { ...account, secrets: renewed.value.secrets })).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ["expire", /has expired/],
    ["change-password", /password/],
    ["remove-app", /removed/],
  ])("after %s it is dead, for the reason that is true", async (trouble, sentence) => {
    const account = await connected();
    await control(`instagram/accounts/${account.externalId}/${trouble}`);
    const report = await instagram.check(app, account);
    expect(report).toMatchObject({ status: "broken", reason: expect.stringMatching(sentence) });
    expect(await instagram.renewal?.refresh(app, account)).toMatchObject({ error: { kind: "reauthorize" } });
  });
});

describe("the subscription", () => {
  test("is made, read back and ended", async () => {
    const account = await connected();
    expect(await instagram.subscribe?.(app, account)).toMatchObject({
      ok: true,
      value: { isComplete: true, missing: [] },
    });
    expect((await instagramState()).subscriptions[account.externalId]).toContain("messages");

    expect(await instagram.unsubscribe?.(app, account)).toEqual({ ok: true, value: null });
    expect((await instagramState()).subscriptions[account.externalId]).toBeUndefined();
    expect(await instagram.unsubscribe?.(app, account)).toEqual({ ok: true, value: null });
  });

  test("does without a field that is refused, and names it", async () => {
    const account = await connected();
    await control("instagram/habits", { refusedField: "messaging_referral" });
    expect(await instagram.subscribe?.(app, account)).toMatchObject({
      value: { isComplete: false, missing: ["messaging_referral"] },
    });
  });

  test("misses nothing where the fields that are only good to have are refused", async () => {
    const account = await connected();
    await control("instagram/habits", { refusedField: "message_echoes" });
    expect(await instagram.subscribe?.(app, account)).toMatchObject({ value: { isComplete: true } });
  });

  test("gets what was allowed where only part was", async () => {
    const account = await connected([messages]);
    expect(await instagram.subscribe?.(app, account)).toMatchObject({ value: { isComplete: false } });
    expect((await instagramState()).subscriptions[account.externalId]).toEqual(["comments"]);
  });
});

describe("the checklist", () => {
  test("of a sound account is good throughout", async () => {
    const report = await instagram.check(app, await connected());
    expect(report).toMatchObject({ status: "healthy", reason: null, subscription: { isComplete: true } });
    expect(report.lines.map(({ id }) => id)).toEqual([
      "token",
      "account",
      "scope:instagram_business_basic",
      `scope:${messages}`,
      `scope:${comments}`,
      `scope:${insights}`,
      "webhook",
    ]);
  });

  test("mends a subscription that Instagram dropped", async () => {
    const account = await connected();
    await instagram.check(app, account);
    await control(`instagram/accounts/${account.externalId}/unsubscribe`);
    expect(await instagram.check(app, account)).toMatchObject({ status: "healthy" });
    expect((await instagramState()).subscriptions[account.externalId]).toContain("comments");
  });

  test("finds out that a permission was taken back, though Instagram tells it nowhere", async () => {
    const account = await connected();
    await control(`instagram/accounts/${account.externalId}/revoke`, { permission: messages });
    const report = await instagram.check(app, account);

    expect(report.status).toBe("needs_attention");
    expect(report.scopes).not.toContain(messages);
    expect(report.lines.find(({ id }) => id === `scope:${messages}`)).toMatchObject({
      verdict: "warn",
      reason: expect.stringMatching(/neither read nor answered/),
    });
    expect(report.lines.find(({ id }) => id === `scope:${comments}`)?.verdict).toBe("good");
  });

  test("believes no list of events whose permissions were all taken back", async () => {
    const account = await connected();
    await instagram.check(app, account);
    for (const permission of [messages, comments]) {
      await control(`instagram/accounts/${account.externalId}/revoke`, { permission });
    }
    const report = await instagram.check(app, account);
    expect(report.subscription).toMatchObject({
      isComplete: false,
      missing: expect.arrayContaining(["messages", "comments"]),
    });
    expect(report.scopes).not.toEqual(expect.arrayContaining([messages]));
  });

  test("says that an account has become a personal one", async () => {
    const account = await connected();
    await control(`instagram/accounts/${account.externalId}/type`, { type: "Personal" });
    expect(await instagram.check(app, account)).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(/become a personal account/),
    });
  });

  test("says nothing about the account when Instagram is out of order or asks to slow down", async () => {
    const account = await connected();
    for (const fault of [{ status: 503 }, { status: 400, code: 80002 }]) {
      await control("fail", { count: 3, host: "graph.instagram.com", ...fault });
      expect(await instagram.check(app, account)).toMatchObject({ status: "unknown" });
      await control("fail/clear");
    }
  });

  test("notes what Instagram says of the quota, for who listens", async () => {
    const account = await connected();
    await control("usage", { id: account.externalId, callCount: 91, regainMinutes: 7 });
    const { limit } = await withLimits(() => instagram.check(app, account));
    await control("fail/clear");
    expect(limit).toEqual({ percentUsed: 91, regainSeconds: 420 });
  });
});
