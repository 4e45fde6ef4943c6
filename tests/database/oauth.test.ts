import { describe, expect, test } from "vitest";
import { readOutcome } from "#lib/connections/attempt-outcome.ts";
import { beginAttempt } from "#lib/connections/begin-attempt.ts";
import { findAttempt } from "#lib/connections/find-attempt.ts";
import { forgetAttempts } from "#lib/connections/forget-attempts.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { doors } from "#lib/rate-limit/doors.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { aDialog, anAttempt, answer } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson, consent, control } from "#tests/support/sandbox.ts";

const outcomeOf = async (member: Member, attemptId: string) =>
  readOutcome((await findAttempt(member, attemptId))?.outcome ?? null);
const begin = (member: Member, more: object = {}) =>
  beginAttempt(member, { provider: "facebook", askAgain: false, browserSecret: "b", ...more });

describe("who may begin to connect", () => {
  test.each(["viewer", "member"] as const)("a %s may not", async (role) => {
    const acme = await anOrganization();
    expect(await begin(acme[role])).toEqual({ ok: false, error: "admins-only" });
  });

  test("an admin may, for 10 minutes, and the database learns the state only as a hash", async () => {
    const acme = await anOrganization();
    const url = await aDialog(acme.admin);
    const [row] =
      await sql`select *, expires_at - created_at as lifetime from oauth_sessions where organization_id = ${acme.id}`;

    expect(JSON.stringify(row)).not.toContain(url.searchParams.get("state"));
    expect(row?.lifetime).toMatch(/^00:(09:59|10:00)/);
    expect(row?.user_id).toBe(acme.admin.userId);
  });

  test("nobody begins with a platform that is not there", async () => {
    const acme = await anOrganization();
    expect(await begin(acme.admin, { provider: "myspace" })).toEqual({
      ok: false,
      error: "unknown-provider",
    });
  });

  test("nobody reconnects another organization's account", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const theirs = await anAttempt(globex.owner, personId, { pageIds });
    expect(theirs.kind).toBe("choose");
    const [connection] = await sql`
      insert into connections (organization_id, provider, external_id, display_name)
      values (${globex.id}, 'facebook', ${pageIds[0] ?? ""}, 'Theirs') returning id`;

    expect(await begin(acme.admin, { reconnect: connection?.id })).toEqual({
      ok: false,
      error: "not-connected",
    });
  });
});

describe("the dialog's answer", () => {
  test("with a code ends in the choice of Pages, with the grant sealed", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const landing = await anAttempt(acme.admin, personId, { pageIds });

    expect(landing).toMatchObject({ kind: "choose", slug: acme.slug });
    const [row] = await sql`select grant_ciphertext from oauth_sessions where id = ${landing.attemptId}`;
    expect(row?.grant_ciphertext).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(row?.grant_ciphertext).not.toContain("EAA");
  });

  test("with no `expires_in` in the token's answer works alike", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"], { omitExpiresIn: true });
    expect((await anAttempt(acme.admin, personId, { pageIds })).kind).toBe("choose");
  });

  test.each([
    ["cancel", { kind: "cancelled" }],
    ["refused-by-meta", { kind: "refused", sentence: expect.stringMatching(/development mode/) }],
    ["no-code", { kind: "refused", sentence: expect.stringMatching(/incomplete/) }],
    ["used-code", { kind: "refused", sentence: expect.stringMatching(/used already or has lapsed/) }],
    ["expired-code", { kind: "refused", sentence: expect.stringMatching(/used already or has lapsed/) }],
  ])("%s ends the attempt and says how", async (decision, outcome) => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const landing = await anAttempt(acme.admin, personId, { pageIds, decision });

    expect(landing).toMatchObject({ kind: "over", slug: acme.slug });
    expect(await outcomeOf(acme.admin, landing.attemptId)).toMatchObject(outcome);
  });

  test("that repeats lands where the first one led, whatever that was", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);

    const granted = await anAttempt(acme.admin, personId, { pageIds });
    expect(await answer(acme.admin, granted.query)).toMatchObject({
      kind: "choose",
      attemptId: granted.attemptId,
    });

    const cancelled = await anAttempt(acme.admin, personId, { decision: "cancel" });
    expect(await answer(acme.admin, cancelled.query)).toMatchObject({ attemptId: cancelled.attemptId });
    expect(await outcomeOf(acme.admin, cancelled.attemptId)).toEqual({ kind: "cancelled" });
  });

  test("that arrives many times at once is redeemed once", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });
    const landings = await Promise.all(Array.from({ length: 5 }, () => answer(acme.admin, query)));

    expect(new Set(landings.map(({ kind }) => kind))).toEqual(new Set(["choose"]));
    const [row] =
      await sql`select grant_ciphertext, outcome from oauth_sessions where organization_id = ${acme.id}`;
    expect(row?.grant_ciphertext).not.toBeNull();
    expect(row?.outcome).toBeNull();
  });

  test("without a state, or with one of nobody's, leads nowhere, even beside an error", async () => {
    const acme = await anOrganization();
    const nowhere = { kind: "nowhere", problem: "unknown-attempt" };

    expect(await answer(acme.admin, new URLSearchParams("code=abc"))).toEqual(nowhere);
    expect(await answer(acme.admin, new URLSearchParams("code=abc&state=made-up"))).toEqual(nowhere);
    expect(await answer(acme.admin, new URLSearchParams("error=access_denied&state=made-up"))).toEqual(
      nowhere,
    );
  });

  test.each([
    [
      "cancelled",
      "error=access_denied&error_code=200&error_description=Permissions+error&error_reason=user_denied",
      { problem: "cancelled" },
    ],
    [
      "refused by Meta",
      "error_code=1349126&error_message=App+not+active",
      { problem: "refused", reason: "1349126" },
    ],
    [
      "refused with a code like no other",
      "error_code=constructor",
      { problem: "refused", reason: "unlisted" },
    ],
    ["nothing at all", "", { problem: "refused", reason: "incomplete" }],
  ])(
    "without a state is told (%s), and leaves an attempt that is open as it was",
    async (_, query, landing) => {
      const acme = await anOrganization();
      const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
      const right = await consent(await aDialog(acme.admin), { personId, pageIds });

      expect(await answer(acme.admin, new URLSearchParams(query))).toEqual({ kind: "nowhere", ...landing });
      expect((await answer(acme.admin, right)).kind).toBe("choose");
    },
  );

  test("that comes over and over is turned away, and uses nothing up", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const right = await consent(await aDialog(acme.admin), { personId, pageIds });
    const { points } = doors["oauth-callback"].user;
    for (let count = 0; count < points; count++) await answer(acme.admin, new URLSearchParams("code=a"));

    expect(await answer(acme.admin, right)).toEqual({ kind: "nowhere", problem: "too-many" });
    expect((await answer(acme.owner, right)).kind).toBe("nowhere");
    await sql`delete from private.rate_limits`;
    expect((await answer(acme.admin, right)).kind).toBe("choose");
  });

  test("with another attempt's state leaves the real one open", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const dialog = await aDialog(acme.admin);
    const wrong = await consent(dialog, { personId, pageIds, decision: "other-state" });
    expect((await answer(acme.admin, wrong)).kind).toBe("nowhere");

    const right = await consent(dialog, { personId, pageIds });
    expect((await answer(acme.admin, right)).kind).toBe("choose");
  });

  test("of another platform's attempt is not taken", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });
    await sql`update oauth_sessions set provider = 'instagram' where organization_id = ${acme.id}`;

    expect(await answer(acme.admin, query)).toEqual({ kind: "nowhere", problem: "unknown-attempt" });
  });

  test("brought by another person leads nowhere and uses nothing up", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });

    expect(await answer(acme.owner, query)).toEqual({ kind: "nowhere", problem: "other-person" });
    expect((await answer(acme.admin, query)).kind).toBe("choose");
  });

  test.each([["another cookie"], [null]])(
    "in another browser (%s) leads nowhere and uses nothing up",
    async (cookie) => {
      const acme = await anOrganization();
      const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
      const query = await consent(await aDialog(acme.admin), { personId, pageIds });

      expect(await answer(acme.admin, query, cookie)).toEqual({ kind: "nowhere", problem: "other-browser" });
      expect((await answer(acme.admin, query)).kind).toBe("choose");
    },
  );

  test("after 10 minutes comes too late, and nothing is redeemed", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });
    await sql`update oauth_sessions set expires_at = now() - interval '1 second' where organization_id = ${acme.id}`;

    expect((await answer(acme.admin, query)).kind).toBe("over");
    const [row] =
      await sql`select consumed_at, grant_ciphertext from oauth_sessions where organization_id = ${acme.id}`;
    expect(row).toEqual({ consumed_at: null, grant_ciphertext: null });
  });

  test("to a person who has left the organization meanwhile leads nowhere", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });
    await sql`delete from organization_members where user_id = ${acme.admin.userId}`;

    expect((await answer(acme.admin, query)).kind).toBe("nowhere");
  });

  test("while Facebook is down says so and nothing is lost", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const query = await consent(await aDialog(acme.admin), { personId, pageIds });
    await control("graph/fail", { count: 1, status: 500, code: 2, match: "oauth/access_token" });

    const landing = await answer(acme.admin, query);
    expect(landing.kind).toBe("over");
    if (landing.kind === "nowhere") throw new Error(landing.problem);
    expect(await outcomeOf(acme.admin, landing.attemptId)).toMatchObject({
      sentence: expect.stringMatching(/temporary problem/),
      nextStep: expect.stringMatching(/Nothing was lost/),
    });
  });
});

test("an attempt is found by the person who began it, and by no one else", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });

  expect(await findAttempt(acme.admin, attemptId)).toBeDefined();
  expect(await findAttempt(acme.owner, attemptId)).toBeUndefined();
  expect(await findAttempt(globex.owner, attemptId)).toBeUndefined();
});

test("an attempt tells nothing of another organization's connection, even where a row names one", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
  const theirs = await aConnection(globex);
  // The database refuses such a row. In this file's own copy it stops doing so.
  await sql`alter table oauth_sessions drop constraint oauth_sessions_own_connection_fkey`;
  await sql`update oauth_sessions set reconnect_connection_id = ${theirs.id} where id = ${attemptId}`;

  expect(await findAttempt(acme.admin, attemptId)).toMatchObject({
    reconnectConnectionId: null,
    reconnectExternalId: null,
    reconnectName: null,
  });
});

test("grants nobody chose from are forgotten when they lapse, and a day later the attempt", async () => {
  const acme = await anOrganization();
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  await anAttempt(acme.admin, personId, { pageIds });
  const rows = () => sql`select grant_ciphertext from oauth_sessions where organization_id = ${acme.id}`;

  await forgetAttempts();
  expect(await rows()).toMatchObject([{ grant_ciphertext: expect.any(String) }]);

  await sql`update oauth_sessions set expires_at = now() - interval '1 minute' where organization_id = ${acme.id}`;
  await forgetAttempts();
  expect(await rows()).toEqual([{ grant_ciphertext: null }]);

  await sql`update oauth_sessions set expires_at = now() - interval '25 hours' where organization_id = ${acme.id}`;
  await forgetAttempts();
  expect(await rows()).toEqual([]);
});
