import { describe, expect, test } from "vitest";
import { choicesOf } from "#lib/connections/choices.ts";
import { connectAccounts } from "#lib/connections/connect-accounts.ts";
import { findAttempt } from "#lib/connections/find-attempt.ts";
import { findConnection, listConnections } from "#lib/connections/queries.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { anAttempt } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson, control, sandboxState } from "#tests/support/sandbox.ts";

async function choices(member: Member, attemptId: string) {
  const found = await choicesOf(member, attemptId);
  if (found.kind !== "choices") throw new Error(found.kind);
  return found.choices;
}

/** Goes through the dialog and connects what was ticked there. */
async function connect(member: Member, personId: string, pageIds: string[], without: string[] = []) {
  const { attemptId } = await anAttempt(member, personId, { pageIds, without });
  const outcome = await connectAccounts(member, attemptId, pageIds);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

async function connectAtOnce(members: Member[]) {
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const attempts = [];
  for (const member of members) {
    attempts.push({ member, ...(await anAttempt(member, personId, { pageIds })) });
  }
  const outcomes = await Promise.all(
    attempts.map(({ member, attemptId }) => connectAccounts(member, attemptId, pageIds)),
  );
  return outcomes.map((outcome) => (outcome.ok ? outcome.value[0] : undefined));
}

const storedCiphertext = async (connectionId: string | null | undefined) => {
  const [row] =
    await sql`select ciphertext from connection_credentials where connection_id = ${connectionId ?? null}`;
  return row?.ciphertext;
};

describe("choosing Pages", () => {
  test("all pages of results and portfolios are listed, each Page once", async () => {
    const acme = await anOrganization();
    const names = Array.from({ length: 130 }, (_, index) => `Page ${index}`);
    const { personId, pageIds } = await aFacebookPerson([
      ...names,
      { name: "In a portfolio", viaPortfolio: true },
    ]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    const listed = await choices(acme.admin, attemptId);

    expect(listed.map(({ externalId }) => externalId).sort()).toEqual([...pageIds].sort());
    expect(listed.every(({ obstacle }) => obstacle === null)).toBe(true);
  });

  test("a portfolio's Page that was not ticked stands there with how to get it", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Own", { name: "Portfolio", viaPortfolio: true }]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds: pageIds.slice(0, 1) });

    expect(await choices(acme.admin, attemptId)).toMatchObject([
      { displayName: "Own", obstacle: null },
      {
        displayName: "Portfolio",
        obstacle: { sentence: expect.stringMatching(/not ticked/), askAgain: true },
      },
    ]);
  });

  test("nothing ticked is an empty list, not a failure", async () => {
    const acme = await anOrganization();
    const { personId } = await aFacebookPerson(["Own"]);
    const { attemptId } = await anAttempt(acme.admin, personId);
    expect(await choices(acme.admin, attemptId)).toEqual([]);
  });

  test("each Page says what will not work, for want of a permission or of a role", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson([
      { name: "Whole" },
      { name: "Without messages", tasks: ["ANALYZE", "CREATE_CONTENT"] },
    ]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds, without: ["read_insights"] });
    const [whole, narrow] = await choices(acme.admin, attemptId);

    const noFigures = { sentence: expect.stringMatching(/no figures/), askAgain: true };
    expect(whole?.limits).toEqual([noFigures]);
    expect(narrow?.limits).toEqual([
      noFigures,
      { sentence: expect.stringMatching(/role .* does not include messages/), askAgain: false },
    ]);
  });

  test("says which are connected here and which elsewhere, and of elsewhere nothing more", async () => {
    const [acme, globex] = await Promise.all([anOrganization("Acme"), anOrganization("Globex")]);
    const { personId, pageIds } = await aFacebookPerson(["A", "B", "C"]);
    const [a = "", b = ""] = pageIds;
    await connect(globex.owner, personId, pageIds.slice(0, 1));
    // Facebook withdraws Pages left unticked, so every dialog ticks all that are in use.
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    await connectAccounts(acme.admin, attemptId, [b]);
    const { attemptId: second } = await anAttempt(acme.admin, personId, { pageIds });
    const listed = await choices(acme.admin, second);

    expect(listed.map(({ displayName, connected }) => [displayName, connected])).toEqual([
      ["A", "elsewhere"],
      ["B", "here"],
      ["C", "no"],
    ]);
    expect(listed.find(({ externalId }) => externalId === a)?.connectionId).toBeNull();
    expect(JSON.stringify(listed)).not.toContain("Globex");
    expect(JSON.stringify(listed)).not.toContain(globex.id);
    expect(JSON.stringify(listed)).not.toContain("EAA");
  });
});

describe("connecting", () => {
  test("verifies the Page's own token, subscribes it, and stores one row with sealed secrets", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [outcome] = await connect(acme.admin, personId, pageIds);

    expect(outcome).toMatchObject({ state: "connected", displayName: "Harbour Bakery" });
    expect(await listConnections(acme.viewer)).toMatchObject([
      { id: outcome?.connectionId, status: "healthy", externalId: pageIds[0], accessExpiresAt: null },
    ]);
    expect((await sandboxState()).subscriptions[pageIds[0] ?? ""]).toContain("messages");
    const [row] = await sql`select * from connections where id = ${outcome?.connectionId ?? null}`;
    expect(row).toMatchObject({ webhook_configured: true, authorized_by_external_id: personId });
    expect(JSON.stringify(row)).not.toContain("EAA");
    expect(await storedCiphertext(outcome?.connectionId)).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test("leaves a trace, one check that is made at once, and jobs to adopt and fetch events", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [outcome] = await connect(acme.admin, personId, pageIds);
    const id = outcome?.connectionId ?? null;

    expect(await sql`select action, actor_id from audit_events where target_id = ${id}`).toEqual([
      { action: "connection.connected", actor_id: acme.admin.userId },
    ]);
    expect(await sql`select cause, status from connection_checks where connection_id = ${id}`).toEqual([
      { cause: "connect", status: "healthy" },
    ]);
    const jobs = await sql`
      select task_identifier as name from graphile_worker.jobs j
      join graphile_worker._private_jobs p using (id) where p.payload ->> 'connectionId' = ${id} order by 1`;
    const names = jobs.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["connection.catch-up", "webhook-events.adopt"]));
    expect(names).not.toContain("connection.check");
  });

  test.each(["viewer", "member"] as const)("is refused to a %s", async (role) => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    expect(await connectAccounts(acme[role], attemptId, pageIds)).toEqual({
      ok: false,
      error: "admins-only",
    });
  });

  test("is refused when nothing is chosen, to others than who asked, and once the choice has lapsed", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    const over = { ok: false, error: "attempt-over" };

    expect(await connectAccounts(acme.admin, attemptId, [])).toEqual({ ok: false, error: "nothing-chosen" });
    expect(await connectAccounts(acme.owner, attemptId, pageIds)).toEqual(over);
    await sql`update oauth_sessions set expires_at = now() - interval '1 second' where id = ${attemptId}`;
    expect(await connectAccounts(acme.admin, attemptId, pageIds)).toEqual(over);
    expect(await listConnections(acme.admin)).toEqual([]);
  });

  test("refuses a Page that was not granted, and one that another organization has, and still connects the rest", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
    const { personId, pageIds } = await aFacebookPerson(["Theirs", "Ours", "Unticked"]);
    const [theirs = "", ours = "", unticked = ""] = pageIds;
    await connect(globex.owner, personId, [theirs]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds: [theirs, ours] });
    const outcome = await connectAccounts(acme.admin, attemptId, [theirs, unticked, "1", ours]);

    expect(outcome).toMatchObject({
      value: [
        { externalId: theirs, state: "failed", sentence: expect.stringMatching(/another organization/) },
        { externalId: unticked, state: "failed", sentence: expect.stringMatching(/did not give access/) },
        { externalId: "1", state: "failed" },
        { externalId: ours, state: "connected" },
      ],
    });
    expect(JSON.stringify(outcome)).not.toContain("Globex");
    expect(await listConnections(globex.owner)).toMatchObject([{ externalId: theirs, status: "healthy" }]);
  });

  test("keeps the grant while one failed, so that it can be tried again, and forgets it when all went well", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["A", "B"]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    const grant = async () => {
      const [row] = await sql`select grant_ciphertext from oauth_sessions where id = ${attemptId}`;
      return row?.grant_ciphertext;
    };

    await control("graph/fail", { count: 3, status: 500, code: 2, match: "me/accounts" });
    expect(await connectAccounts(acme.admin, attemptId, pageIds)).toMatchObject({
      value: [{ state: "failed", sentence: expect.stringMatching(/temporary/) }, { state: "failed" }],
    });
    expect(await grant()).not.toBeNull();

    expect(await connectAccounts(acme.admin, attemptId, pageIds)).toMatchObject({
      value: [{ state: "connected" }, { state: "connected" }],
    });
    expect(await grant()).toBeNull();
  });

  test("with less than was asked succeeds with less, and says what is missing", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [outcome] = await connect(acme.admin, personId, pageIds, ["pages_messaging"]);

    expect(outcome).toMatchObject({
      state: "needs_attention",
      sentence: expect.stringMatching(/Messages can be neither read nor answered/),
    });
    // What needs no permission of Messenger's is subscribed all the same.
    expect((await sandboxState()).subscriptions[pageIds[0] ?? ""]).toEqual(["feed"]);
  });

  test("when the subscription fails is connected, needs attention, and says why", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [outcome] = await connect(acme.admin, personId, pageIds, ["pages_manage_metadata"]);

    expect(outcome).toMatchObject({ state: "needs_attention" });
    expect(await listConnections(acme.admin)).toMatchObject([
      { status: "needs_attention", statusReason: expect.stringMatching(/Nothing that happens on the Page/) },
    ]);
    const [row] =
      await sql`select webhook_configured from connections where id = ${outcome?.connectionId ?? null}`;
    expect(row).toEqual({ webhook_configured: false });
  });

  test("when Facebook stops answering midway is connected, needs attention, and looked at again", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    await control("graph/fail", { count: 3, status: 503, code: 2, match: "subscribed_apps" });
    const outcome = await connectAccounts(acme.admin, attemptId, pageIds);

    expect(outcome).toMatchObject({
      value: [{ state: "needs_attention", sentence: expect.stringMatching(/temporary/) }],
    });
    const jobs = await sql`
      select p.payload ->> 'attempt' as attempt from graphile_worker.jobs j
      join graphile_worker._private_jobs p using (id)
      join connections c on p.payload ->> 'connectionId' = c.id::text
      where j.task_identifier = 'connection.check' and c.organization_id = ${acme.id}`;
    expect(jobs).toEqual([{ attempt: "1" }]);
  });

  test("by two colleagues at once makes one connection, and refuses neither", async () => {
    const acme = await anOrganization();
    const outcomes = await connectAtOnce([acme.admin, acme.owner]);

    expect(outcomes.map((outcome) => outcome?.state)).not.toContain("failed");
    expect(await listConnections(acme.viewer)).toMatchObject([{ status: "healthy" }]);
  });

  test("by two organizations at once succeeds for one of them", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const outcomes = await connectAtOnce([acme.admin, globex.owner]);

    expect(outcomes.map((outcome) => outcome?.state).sort()).toEqual(["connected", "failed"]);
    const live = [...(await listConnections(acme.owner)), ...(await listConnections(globex.owner))];
    expect(live).toHaveLength(1);
  });
});

describe("reconnecting in place", () => {
  test("renews the same connection, keeps its history, and mends it", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [first] = await connect(acme.admin, personId, pageIds);
    const id = first?.connectionId ?? "";
    const before = await storedCiphertext(id);
    await control(`people/${personId}/change-password`);
    await sql`update connections set status = 'broken', status_reason = 'x' where id = ${id}`;

    const landing = await anAttempt(acme.owner, personId, { pageIds, reconnect: id });

    expect(landing.kind).toBe("finished");
    expect(await listConnections(acme.admin)).toMatchObject([{ id, status: "healthy", statusReason: null }]);
    expect(await storedCiphertext(id)).not.toBe(before);
    expect(
      await sql`select action from audit_events where target_id = ${id} order by created_at`,
    ).toMatchObject([{ action: "connection.connected" }, { action: "connection.reconnected" }]);
  });

  test("by a person who does not have the Page changes nothing", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const stranger = await aFacebookPerson(["Another"]);
    const [first] = await connect(acme.admin, personId, pageIds);
    const id = first?.connectionId ?? "";
    const before = await storedCiphertext(id);

    const landing = await anAttempt(acme.admin, stranger.personId, {
      pageIds: stranger.pageIds,
      reconnect: id,
    });

    expect(await findConnection(acme.admin, id)).toMatchObject({ status: "healthy" });
    expect(await storedCiphertext(id)).toBe(before);
    const attempt = await findAttempt(acme.admin, landing.attemptId);
    expect(attempt?.outcome).toMatch(/did not give access to it. Nothing was changed/);
  });

  test("by a person who may do less leaves what works as it was, and says so", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const second = await aFacebookPerson([{ name: "Harbour Bakery", id: pageIds[0] }] as never);
    const [first] = await connect(acme.admin, personId, pageIds);
    const id = first?.connectionId ?? "";
    const before = await storedCiphertext(id);

    const landing = await anAttempt(acme.admin, second.personId, {
      pageIds,
      without: ["pages_messaging"],
      reconnect: id,
    });

    const attempt = await findAttempt(acme.admin, landing.attemptId);
    expect(attempt?.outcome).toMatch(/left as it was.*read and answer messages/);
    expect(await storedCiphertext(id)).toBe(before);
    expect(await findConnection(acme.admin, id)).toMatchObject({ status: "healthy" });
  });

  test("with less by the only person there is takes it and says what is missing", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [first] = await connect(acme.admin, personId, pageIds);
    const id = first?.connectionId ?? "";

    // The same person's new answer narrows the old access as well, so there is nothing better to keep.
    await anAttempt(acme.admin, personId, { pageIds, without: ["read_insights"], reconnect: id });

    expect(await findConnection(acme.admin, id)).toMatchObject({
      status: "needs_attention",
      statusReason: expect.stringMatching(/no figures/),
    });
  });

  test("that is cancelled or fails at Facebook changes nothing", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
    const [first] = await connect(acme.admin, personId, pageIds);
    const id = first?.connectionId ?? "";
    const before = await storedCiphertext(id);

    await anAttempt(acme.admin, personId, { decision: "cancel", reconnect: id });
    await anAttempt(acme.admin, personId, { pageIds, decision: "used-code", reconnect: id });

    expect(await storedCiphertext(id)).toBe(before);
    expect(await findConnection(acme.admin, id)).toMatchObject({ status: "healthy" });
  });
});

test("an organization sees its own connections and no one else's", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  const { personId, pageIds } = await aFacebookPerson(["Harbour Bakery"]);
  const [outcome] = await connect(acme.admin, personId, pageIds);

  expect(await listConnections(acme.viewer)).toHaveLength(1);
  expect(await listConnections(globex.owner)).toEqual([]);
  expect(await findConnection(globex.owner, outcome?.connectionId ?? "")).toBeUndefined();
  expect(await findConnection(acme.viewer, "not-an-id")).toBeUndefined();
});
