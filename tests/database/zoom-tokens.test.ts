import { describe, expect, test } from "vitest";
import type { Account } from "#lib/providers/connect-contract.ts";
import { withLimits } from "#lib/providers/limits.ts";
import { zoomDialog } from "#lib/providers/zoom/dialog.ts";
import { zoomRenewal } from "#lib/providers/zoom/renewal.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";
import { aZoomUser, zoomApp, zoomConsent, zoomState } from "#tests/support/a-zoom-account.ts";
import { control } from "#tests/support/sandbox.ts";

const app = zoomApp();
/** RFC 7636's own pair. */
const codeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const codeChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const redirectUri = `${process.env.APP_URL}/api/oauth/zoom/callback`;

async function aCode(userId: string): Promise<string> {
  const url = zoomDialog.dialogUrl(app, { redirectUri, state: "s", codeChallenge, askAgain: false });
  return (await zoomConsent(url, userId)).searchParams.get("code") ?? "";
}

const exchange = (code: string, verifier: string | null = codeVerifier, as = app) =>
  zoomDialog.exchange(as, { code, redirectUri, codeVerifier: verifier });

async function anAccount(userId: string): Promise<Account> {
  const grant = await exchange(await aCode(userId));
  if (!grant.ok) throw new Error(grant.error.sentence);
  return { externalId: userId, secrets: grant.value.secrets };
}

const refresh = (account: Account) => zoomRenewal.refresh(app, account);

async function refreshed(account: Account): Promise<Account> {
  const answer = await refresh(account);
  if (!answer.ok) throw new Error(answer.error.sentence);
  return { ...account, secrets: answer.value.secrets };
}

async function kindOf(account: Account) {
  const answer = await refresh(account);
  return answer.ok ? "ok" : answer.error.kind;
}

const aliveness = async (account: Account) => (await zoom.verify(app, account)).ok;

describe("the code", () => {
  test("works once, and only with the verifier its challenge was made from", async () => {
    const { userId } = await aZoomUser();
    for (const wrong of [null, "x".repeat(43)]) {
      expect(await exchange(await aCode(userId), wrong)).toMatchObject({
        ok: false,
        error: { kind: "rejected" },
      });
    }
    const code = await aCode(userId);
    expect(await exchange(code)).toMatchObject({ ok: true, value: { authorizedBy: userId } });
    expect(await exchange(code)).toMatchObject({
      ok: false,
      error: { kind: "rejected", sentence: expect.stringMatching(/used already/) },
    });
  });

  test("of a client with another secret is nobody's fault but ours", async () => {
    const { userId } = await aZoomUser();
    const wrong = { ...app, clientSecret: "not the secret" };
    const code = await aCode(userId);
    expect(await exchange(code, codeVerifier, wrong)).toMatchObject({ error: { kind: "misconfigured" } });
    expect(await zoom.checkApp?.(wrong)).toMatchObject([{ verdict: "bad" }]);
    expect(await zoom.checkApp?.(app)).toMatchObject([{ verdict: "good" }]);
  });
});

describe("a refresh", () => {
  test("gives a new pair; the one before is dead at once, and its use ends nothing else", async () => {
    const { userId } = await aZoomUser();
    const first = await anAccount(userId);
    const second = await refreshed(first);

    expect(second.secrets.refreshToken).not.toBe(first.secrets.refreshToken);
    expect(second.secrets.accountId).toBe(first.secrets.accountId);
    expect(await kindOf(first)).toBe("reauthorize");
    expect(await aliveness(second)).toBe(true);
    expect(await kindOf(second)).toBe("ok");
    expect((await zoomState()).refreshes[userId]).toMatchObject({ rotated: 2, refused: 1 });
  });

  test("mends access whose hour is over", async () => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);
    await control(`zoom/users/${userId}/expire`);

    expect(await zoom.verify(app, account)).toMatchObject({
      ok: false,
      error: { kind: "reauthorize", code: "401/124" },
    });
    expect(await aliveness(await refreshed(account))).toBe(true);
  });

  test("that fails at Zoom leaves the old pair good", async () => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);
    await control("zoom/refreshes/fail", { userId });

    expect(await kindOf(account)).toBe("temporary");
    expect(await kindOf(account)).toBe("ok");
  });

  test("whose answer is lost is decided by the next try, with the true reason", async () => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);
    await control("zoom/refreshes/lose", { userId });

    expect(await refresh(account)).toMatchObject({
      error: { kind: "temporary", code: "lost_answer" },
    });
    expect(await refresh(account)).toMatchObject({
      error: { kind: "reauthorize", sentence: expect.stringMatching(/last renewal never reached us/) },
    });
  });

  test.each([
    ["after an admin disabled the app", "revoke", /admin of the Zoom account has disabled/],
    ["after long disuse", "expire-refresh", /no longer knows/],
  ])("%s is final", async (_, deed, sentence) => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);
    await control(`zoom/users/${userId}/${deed}`);
    expect(await refresh(account)).toMatchObject({
      error: { kind: "reauthorize", sentence: expect.stringMatching(sentence) },
    });
  });

  test("after the same person signed in elsewhere is final, and says that", async () => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);
    const newer = await anAccount(userId);

    expect(await aliveness(account)).toBe(false);
    expect(await refresh(account)).toMatchObject({
      error: { kind: "reauthorize", sentence: expect.stringMatching(/connected again in another place/) },
    });
    expect(await aliveness(newer)).toBe(true);
  });
});

describe("giving the grant back", () => {
  test("ends both tokens, and cannot be done twice", async () => {
    const { userId } = await aZoomUser();
    const account = await anAccount(userId);

    expect(await zoom.revokeGrant?.(app, account)).toEqual({ ok: true, value: null });
    expect(await aliveness(account)).toBe(false);
    expect(await kindOf(account)).toBe("reauthorize");
  });

  test("of one person leaves the others of the Zoom account alone", async () => {
    const one = await aZoomUser();
    const other = await aZoomUser({ accountId: one.accountId });
    const account = await anAccount(one.userId);
    const sibling = await anAccount(other.userId);
    await zoom.revokeGrant?.(app, account);
    expect(await aliveness(sibling)).toBe(true);
  });
});

describe("being asked to slow down", () => {
  test.each([
    ["QPS", 2],
    ["Daily-limit", 86_400],
  ])("(%s) is told with how long, and breaks nothing", async (kind, longest) => {
    const { userId, accountId } = await aZoomUser();
    const account = await anAccount(userId);
    await control("zoom/limit", { kind, accountId });
    const { value, limit } = await withLimits(() => zoom.check(app, account));

    expect(value).toMatchObject({ status: "unknown", reason: expect.stringMatching(/slow down/) });
    if (kind === "Daily-limit")
      expect(limit).toMatchObject({ percentUsed: 100, regainSeconds: expect.any(Number) });
    expect(limit?.regainSeconds ?? 0).toBeLessThanOrEqual(longest);
    expect((await zoom.check(app, account)).status).toBe("healthy");
  });
});
