import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { listAuditEvents } from "#lib/audit/queries.ts";
import { confirmCode, confirmLink } from "#lib/auth/confirm.ts";
import { sendMail } from "#lib/auth/send-mail.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { signUp } from "#lib/auth/sign-up.ts";
import { doors } from "#lib/rate-limit/doors.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { startAuthServer } from "#tests/support/auth-server.ts";
import { browser } from "#tests/support/browser.ts";

// The request is the browser's; the auth server stands on the other side of the network.
vi.mock("next/headers", () => import("#tests/support/browser.ts"));

const auth = await startAuthServer();
afterAll(() => auth.stop());
beforeEach(() => {
  auth.renew();
  browser.renew();
});

const password = "correct horse battery";
const someone = () => `${crypto.randomUUID()}@example.com`;
const wait = { kind: "refused", message: expect.stringMatching(/wait/i) };
const tooSoon = "For security purposes, you can only request this after 59 seconds.";

const told = async ({ owner }: Organization) =>
  (await listAuditEvents(owner)).events.map(({ who, what }) => `${who} ${what}`);

describe("an auth server that has had enough", () => {
  test("makes a sign-in wait, and holds no wrong password against the account", async () => {
    const acme = await anOrganization();
    auth.refuse("POST /token", 429, "over_request_rate_limit");

    expect(await signIn({ email: acme.owner.email, password })).toEqual(wait);
    expect(await told(acme)).toEqual([]);
  });

  test("makes a sign-up wait", async () => {
    for (const code of ["over_request_rate_limit", "over_email_send_rate_limit"]) {
      auth.refuse("POST /signup", 429, code, "email rate limit exceeded");
      expect(await signUp({ name: "Sam", email: someone(), password, next: "/" })).toEqual(wait);
    }
  });

  test("makes a mail, a code and a link wait", async () => {
    const pending = { purpose: "magic-link" as const, email: someone(), next: "/" };
    auth.refuse("POST /otp", 429, "over_request_rate_limit");
    auth.refuse("POST /verify", 429, "over_request_rate_limit");

    expect(await sendMail(pending)).toEqual(wait);
    expect(await confirmCode(pending, "123456")).toEqual(wait);
    expect(await confirmLink({ type: "magiclink", token_hash: "hash", next: "/" })).toEqual(wait);
  });

  test("does not give away that it wrote to an address a moment ago", async () => {
    const email = someone();
    auth.refuse("POST /signup", 429, "over_email_send_rate_limit", tooSoon);
    auth.refuse("POST /recover", 429, "over_email_send_rate_limit", tooSoon);

    expect(await signUp({ name: "Sam", email, password, next: "/" })).toEqual({ kind: "mail-sent" });
    expect(await sendMail({ purpose: "recovery", email, next: "/" })).toEqual({ kind: "mail-sent" });
  });
});

describe("signing up with an address that has an account", () => {
  const known = [
    ["as if it were new", 200, { id: crypto.randomUUID(), identities: [] }],
    ["with a refusal", 422, { code: "user_already_exists", message: "User already registered" }],
    ["with a wait", 429, { code: "over_email_send_rate_limit", message: tooSoon }],
  ] as const;

  test.each(known)("is answered like any, when the auth server answers %s", async (_, status, body) => {
    const acme = await anOrganization();
    auth.answer("POST /signup", body, status);
    const again = await signUp({ name: "Sam", email: acme.viewer.email, password, next: "/" });

    auth.answer("POST /signup", { id: crypto.randomUUID(), identities: [{ id: "1" }] });
    expect(again).toEqual(await signUp({ name: "Sam", email: someone(), password, next: "/" }));
    expect(await told(acme)).toEqual([
      `Someone tried to create an account for ${acme.viewer.email}, who has one`,
    ]);
  });
});

describe("the audit log of an account's organizations, and of no other,", () => {
  test("tells of mails that were asked for and of wrong codes", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const { email } = acme.member;
    auth.answer("POST /recover", {});
    auth.answer("POST /otp", {});
    auth.refuse("POST /verify", 403, "otp_expired");

    await sendMail({ purpose: "recovery", email, next: "/" });
    await sendMail({ purpose: "magic-link", email, next: "/" });
    await confirmCode({ purpose: "magic-link", email, next: "/" }, "123456");

    expect(await told(acme)).toEqual([
      `Someone entered a wrong code as ${email}`,
      `Someone asked for a sign-in link for ${email}`,
      `Someone asked to set a new password for ${email}`,
    ]);
    expect(await told(globex)).toEqual([]);
    expect(JSON.stringify(await listAuditEvents(acme.owner))).not.toContain("123456");
  });

  test("is not filled by who knocks too often", async () => {
    const acme = await anOrganization();
    const pending = { purpose: "recovery" as const, email: acme.member.email, next: "/" };
    auth.answer("POST /recover", {});

    const { points } = doors.mail.address;
    for (let at = 0; at < points + 2; at++) await sendMail(pending);
    expect(await told(acme)).toHaveLength(points);
  });
});
