import { describe, expect, onTestFinished, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { checkDue } from "#lib/connections/check-due.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { laterCheckKey } from "#lib/connections/later-check-key.ts";
import { findConnection, findLatestCheck } from "#lib/connections/queries.ts";
import { requestCheck } from "#lib/connections/request-check.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { anAttempt } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson, control, sandboxState } from "#tests/support/sandbox.ts";

async function aPage() {
  const acme = await anOrganization();
  const { personId, pageIds, connectionIds } = await connectedPages(acme);
  return { acme, personId, pageId: pageIds[0] ?? "", id: connectionIds[0] ?? "" };
}

const line = async (page: Awaited<ReturnType<typeof aPage>>, lineId: string) =>
  (await findLatestCheck(page.acme.viewer, page.id))?.lines.find(({ id }) => id === lineId);

describe("a check", () => {
  test("of a connection that works has a good line for everything", async () => {
    const page = await aPage();
    expect(await checkConnection(page.id, "person")).toEqual({ status: "healthy", reason: null });

    const check = await findLatestCheck(page.acme.viewer, page.id);
    expect(check?.lines.map(({ id }) => id)).toEqual([
      "token",
      "reach",
      "scope:pages_show_list",
      "scope:pages_manage_metadata",
      "scope:pages_messaging",
      "scope:pages_read_engagement",
      "scope:pages_read_user_content",
      "scope:read_insights",
      "webhook",
      "events",
      "rate-limit",
    ]);
    expect(check?.lines.every(({ verdict }) => verdict === "good")).toBe(true);
  });

  test.each([
    ["change-password", {}, /password .* was changed/],
    ["remove-app", {}, /removed this app/],
  ])("after %s says what happened and how to mend it", async (what, body, sentence) => {
    const page = await aPage();
    await control(`people/${page.personId}/${what}`, body);

    expect(await checkConnection(page.id, "person")).toEqual({
      status: "broken",
      reason: expect.stringMatching(sentence),
    });
    const connection = await findConnection(page.acme.viewer, page.id);
    expect(connection).toMatchObject({ status: "broken", statusReason: expect.stringMatching(/econnect/) });
  });

  test("after the token expired says so", async () => {
    const page = await aPage();
    await control("tokens/expire", { pageId: page.pageId });
    expect(await checkConnection(page.id, "person")).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/expired/),
    });
  });

  test("after the person lost the role or unticked the Page is not healthy", async () => {
    const [lost, unticked] = await Promise.all([aPage(), aPage()]);
    await control(`people/${lost.personId}/remove-role`, { pageId: lost.pageId });
    await control(`people/${unticked.personId}/withdraw-page`, { pageId: unticked.pageId });

    expect((await checkConnection(lost.id, "person"))?.status).toBe("broken");
    expect((await checkConnection(unticked.id, "person"))?.status).toBe("broken");
  });

  test("after a permission was taken back says what does not work, and that the rest does", async () => {
    const page = await aPage();
    await control(`people/${page.personId}/revoke`, { permission: "read_insights" });

    expect(await checkConnection(page.id, "person")).toMatchObject({
      status: "needs_attention",
      reason: expect.stringMatching(/no figures .* Reconnect/),
    });
    expect(await line(page, "scope:pages_messaging")).toMatchObject({ verdict: "good" });
    const [row] = await sql`select scopes from connections where id = ${page.id}`;
    expect(row?.scopes).not.toContain("read_insights");
  });

  test("subscribes again what Meta unsubscribed by itself", async () => {
    const page = await aPage();
    await control(`pages/${page.pageId}/unsubscribe`);
    expect((await sandboxState()).subscriptions[page.pageId]).toBeUndefined();

    expect((await checkConnection(page.id, "schedule"))?.status).toBe("healthy");
    expect((await sandboxState()).subscriptions[page.pageId]).toContain("messages");
  });

  test.each([
    ["an outage", { status: 503, code: 2 }],
    ["an outage in no known form", { status: 502 }],
    ["a rate limit", { status: 400, code: 4 }],
    ["a Page's rate limit", { status: 400, code: 80001 }],
  ])("during %s changes no status, and looks again", async (_, fault) => {
    const page = await aPage();
    await control("graph/fail", { count: 3, match: "debug_token", ...fault });
    onTestFinished(() => control("fail/clear").then(() => undefined));

    expect(await checkConnection(page.id, "schedule")).toEqual({ status: "healthy", reason: null });
    expect(await line(page, "token")).toMatchObject({ verdict: "unknown" });
    const [job] = await sql`
      select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
      where j.task_identifier = 'connection.check' and p.payload ->> 'connectionId' = ${page.id}`;
    expect(job?.payload).toMatchObject({ attempt: 1 });
  });

  test.each([
    ["Facebook's", 4],
    ["a Page's", 80001],
  ])("that meets %s rate limit leaves this connection alone for a while, and no other", async (_, code) => {
    const [page, other] = [await aPage(), await aPage()];
    await control("graph/fail", { count: 1, match: "debug_token", status: 400, code });

    expect(await checkConnection(page.id, "schedule")).toEqual({ status: "healthy", reason: null });
    expect(await line(page, "rate-limit")).toMatchObject({
      verdict: "warn",
      reason: expect.stringMatching(/^Facebook asked for fewer calls\. .* wait until/),
    });
    expect(await checkConnection(page.id, "schedule")).toBeNull();
    expect(await findConnection(other.acme.viewer, other.id)).toMatchObject({ pausedUntil: null });
    expect((await checkConnection(other.id, "schedule"))?.status).toBe("healthy");
  });

  test("that was outrun by a reconnect is thrown away", async () => {
    const page = await aPage();
    await control(`people/${page.personId}/change-password`);

    let late: ReturnType<typeof checkConnection> | undefined;
    await sql.begin(async (tx) => {
      await tx`select from connections where id = ${page.id} for update`;
      late = checkConnection(page.id, "schedule");
      await expect
        .poll(
          () =>
            sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        .toHaveLength(1);
      await tx`update connection_credentials set ciphertext = replace(ciphertext, '.', 'A.') where connection_id = ${page.id}`;
    });

    expect(await late).toBeNull();
    expect(await findConnection(page.acme.viewer, page.id)).toMatchObject({ status: "healthy" });
  });

  test("of secrets copied from another connection finds that they do not open", async () => {
    const [mine, theirs] = await Promise.all([aPage(), aPage()]);
    await sql`
      update connection_credentials set ciphertext = (
        select ciphertext from connection_credentials where connection_id = ${theirs.id})
      where connection_id = ${mine.id}`;

    expect(await checkConnection(mine.id, "person")).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/cannot be opened/),
    });
  });

  test("of a disconnected account is not made", async () => {
    const page = await aPage();
    await disconnect(page.acme.admin, page.id);
    expect(await checkConnection(page.id, "schedule")).toBeNull();
  });
});

/** The looks at a connection that wait to be taken. */
const waiting = (id: string) => sql`
  select p.payload ->> 'cause' as cause, j.run_at <= now() as is_due
  from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
  where j.task_identifier = 'connection.check' and p.payload ->> 'connectionId' = ${id} order by j.run_at`;

test("a reconnect has the person's other Pages looked at, and what it renewed only once", async () => {
  const acme = await anOrganization();
  const { personId, pageIds, connectionIds } = await connectedPages(acme, await aFacebookPerson(["A", "B"]));
  const [a = "", b = ""] = connectionIds;
  await anAttempt(acme.admin, personId, { pageIds, reconnect: a });

  expect(await waiting(a)).toEqual([]);
  expect(await waiting(b)).toEqual([{ cause: "error", is_due: true }]);
});

describe("asking for a check", () => {
  test("gets one now, whatever was planned before or is planned after", async () => {
    const page = await aPage();
    await sql`update connections set last_verified_at = now() - interval '25 hours' where id = ${page.id}`;
    await checkDue();
    await requestCheck(page.acme.admin, page.id);
    await checkDue();

    expect(await waiting(page.id)).toEqual([
      { cause: "person", is_due: true },
      { cause: "schedule", is_due: false },
    ]);
    // As the job would: what was planned for later is done with it.
    await checkConnection(page.id, "person");
    expect(await waiting(page.id)).toEqual([{ cause: "person", is_due: true }]);
  });

  test("is for admins, and for connections of one's own", async () => {
    const page = await aPage();
    const globex = await anOrganization();

    expect(await requestCheck(page.acme.member, page.id)).toEqual({ ok: false, error: "admins-only" });
    expect(await requestCheck(globex.owner, page.id)).toEqual({ ok: false, error: "not-connected" });
    expect((await requestCheck(page.acme.admin, page.id)).ok).toBe(true);
  });
});

test("what nobody has looked at for a day is due, and nothing else", async () => {
  const [due, fresh, gone] = [await aPage(), await aPage(), await aPage()];
  await sql`update connections set last_verified_at = now() - interval '25 hours' where id in (${due.id}, ${gone.id})`;
  await disconnect(gone.acme.admin, gone.id);
  await checkDue();

  const jobs = await sql`
    select p.payload ->> 'connectionId' as id from graphile_worker.jobs j
    join graphile_worker._private_jobs p using (id) where p.payload ->> 'cause' = 'schedule'`;
  const ids = jobs.map(({ id }) => id);
  expect(ids).toContain(due.id);
  expect(ids).not.toContain(fresh.id);
  expect(ids).not.toContain(gone.id);
});

test("a look that was given its time keeps it when the next run comes", async () => {
  const page = await aPage();
  await sql`update connections set last_verified_at = now() - interval '25 hours' where id = ${page.id}`;
  const times = () => sql`select run_at from graphile_worker.jobs where key = ${laterCheckKey(page.id)}`;
  await checkDue();
  const drawn = await times();
  await checkDue();
  expect(drawn).toHaveLength(1);
  expect(await times()).toEqual(drawn);
});
