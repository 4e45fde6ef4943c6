import { NextRequest } from "next/server";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { savePassword } from "#app/(auth)/reset-password/actions.ts";
import { GET, HEAD } from "#app/auth/confirm/route.ts";
import { continueFromMail } from "#app/auth/continue/actions.ts";
import { confirmCode } from "#lib/auth/confirm.ts";
import { type PendingMail, pendingMail, rememberPendingMail } from "#lib/auth/pending-mail.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { aPerson } from "#tests/support/an-organization.ts";
import { aSession, startAuthServer } from "#tests/support/auth-server.ts";
import { browser } from "#tests/support/browser.ts";

vi.mock("next/headers", () => import("#tests/support/browser.ts"));
// What Next puts in its place where server code runs.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

const auth = await startAuthServer();
afterAll(() => auth.stop());
beforeEach(() => {
  auth.renew();
  browser.renew();
});

/** Where a page or an action sent the browser. */
async function landing(work: Promise<unknown>): Promise<string> {
  const digest = await work.then(
    () => "",
    (error: { digest?: string }) => error.digest ?? String(error),
  );
  return /^NEXT_REDIRECT;\w+;(.*);\d+;$/.exec(digest)?.[1] ?? `no redirect: ${digest}`;
}

const query = (type: string, next = "/o/acme") => new URLSearchParams({ token_hash: "hash", type, next });
const open = (type: string) =>
  landing(GET(new NextRequest(`http://localhost:3000/auth/confirm?${query(type)}`)));
const form = (values: Iterable<[string, string]>) => {
  const filled = new FormData();
  for (const [name, value] of values) filled.set(name, value);
  return filled;
};

const spent = () => auth.asked.filter(({ what }) => what === "POST /verify").length;
const signedIn = () => [...browser.cookies.keys()].some((name) => name.startsWith("trunkline-session"));

/** Someone whose link the auth server takes. */
async function someoneWithALink() {
  const person = await aPerson();
  const session = aSession(person);
  auth.answer("POST /verify", session);
  auth.answer("POST /token", session);
  auth.answer("GET /user", session.user);
  auth.answer("PUT /user", session.user);
  auth.answer("POST /logout", {});
  return person;
}

const waitFor = (email: string, purpose: PendingMail["purpose"] = "magic-link") =>
  rememberPendingMail({ purpose, email, next: "/" });

describe("a link from a mail", () => {
  test("goes straight through in the browser that asked for it", async () => {
    const { email } = await someoneWithALink();
    await waitFor(email);

    expect(await open("magiclink")).toBe("/o/acme");
    expect(signedIn()).toBe(true);
    expect(await pendingMail()).toBeUndefined();
  });

  test("is not spent by who only looks at it: a scanner, or a browser that asked for nothing", async () => {
    await someoneWithALink();

    expect(HEAD().status).toBe(204);
    expect(await open("signup")).toBe(`/auth/continue?${query("signup")}`);
    expect(spent()).toBe(0);
    expect(signedIn()).toBe(false);
  });

  test("works in any browser once its button is pressed", async () => {
    await someoneWithALink();

    expect(await landing(continueFromMail(form(query("magiclink"))))).toBe("/o/acme");
    expect(signedIn()).toBe(true);
  });

  test("of another kind than was asked for needs the button too", async () => {
    const { email } = await someoneWithALink();
    await waitFor(email, "recovery");

    expect(await open("magiclink")).toMatch("/auth/continue");
    expect(spent()).toBe(0);
  });

  test("of someone else does not sign a waiting browser in as them", async () => {
    await someoneWithALink();
    await waitFor("victim@example.com");

    expect(await open("magiclink")).toBe("/login?notice=link-expired");
    expect(signedIn()).toBe(false);
  });

  test("leads nowhere outside, and what is not a link leads to the sign-in page", async () => {
    await someoneWithALink();

    const away = form(query("magiclink", "https://evil.example/"));
    expect(await landing(continueFromMail(away))).toBe("/");
    expect(await landing(continueFromMail(form([["type", "magiclink"]])))).toMatch("/login");
  });
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example"])(
  "the mail a browser waits for leads to %s for no one",
  async (next) => {
    await rememberPendingMail({ purpose: "signup", email: "sam@example.com", next });
    expect((await pendingMail())?.next).toBe("/");
  },
);

describe("a new password without the old one", () => {
  const save = () => landing(savePassword(null, form([["password", "an entirely new phrase"]])));
  const changes = () => auth.asked.filter(({ what }) => what === "PUT /user").length;

  test("is not set by being signed in", async () => {
    const { email } = await someoneWithALink();
    await signIn({ email, password: "correct horse battery" });

    expect(await save()).toBe("/forgot-password?notice=link-expired");
    expect(changes()).toBe(0);
  });

  test("is set once after the recovery link, for a quarter of an hour", async () => {
    const { email } = await someoneWithALink();
    const recover = async () => {
      await waitFor(email, "recovery");
      expect(await open("recovery")).toBe("/reset-password");
    };

    await recover();
    expect(await save()).toBe("/");
    expect(await save()).toMatch("/forgot-password");
    expect(changes()).toBe(1);

    await recover();
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 16 * 60_000);
    expect(await save()).toMatch("/forgot-password");
    expect(changes()).toBe(1);
  });

  test("is set after the recovery mail's code", async () => {
    const { email } = await someoneWithALink();
    const outcome = await confirmCode({ purpose: "recovery", email, next: "/" }, "123456");

    expect(outcome).toEqual({ kind: "confirmed", next: "/reset-password" });
    expect(await save()).toBe("/");
  });

  test("is not set after a sign-in link, nor by another person's recovery", async () => {
    const other = await someoneWithALink();
    await confirmCode({ purpose: "recovery", email: other.email, next: "/" }, "123456");
    const { email } = await someoneWithALink();
    await confirmCode({ purpose: "magic-link", email, next: "/" }, "123456");

    expect(await save()).toMatch("/forgot-password");
    expect(changes()).toBe(0);
  });
});
