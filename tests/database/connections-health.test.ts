import { beforeEach, describe, expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { forgetChecks } from "#lib/connections/forget-checks.ts";
import { healthHistory } from "#lib/connections/health-history.ts";
import { findConnection, findLatestCheck } from "#lib/connections/queries.ts";
import { repairSubscription } from "#lib/connections/repair-subscription.ts";
import { withAccess } from "#lib/connections/with-access.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { deliver } from "#tests/support/made-up/delivery.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

beforeEach(() => {
  signal.state.next = [];
  signal.state.usagePercent = null;
});

async function connected(organization?: Organization) {
  const acme = organization ?? (await anOrganization());
  return { acme, ...(await aSignalConnection(acme)) };
}

const line = async ({ acme, id }: { acme: Organization; id: string }, lineId: string) =>
  (await findLatestCheck(acme.viewer, id))?.lines.find((candidate) => candidate.id === lineId);

/** Something every hour for two weeks, until so many hours ago. */
const history = ({ acme, id }: { acme: Organization; id: string }, untilHours: number) => sql`
  with old as (
    insert into webhook_events (id, received_at, provider, connection_id, organization_id, event_type, external_id, payload, payload_hash, verified_with, status)
    select gen_random_uuid(), at, 'signal', ${id}, ${acme.id}, 'message', at::text || ${id}, '{}', '', 'signing-key', 'processed'
    from generate_series(now() - interval '14 days', now() - make_interval(hours => ${untilHours}), '1 hour') at
    returning received_at)
  update connections set last_event_at = (select max(received_at) from old) where id = ${id}`;

describe("events arriving", () => {
  test("a connection nothing came to yet is healthy", async () => {
    const page = await connected();
    expect(await line(page, "events")).toMatchObject({
      verdict: "good",
      reason: expect.stringMatching(/None yet/),
    });
    expect((await findConnection(page.acme.viewer, page.id))?.status).toBe("healthy");
  });

  test("a silence that this connection never knew needs attention, and ends with the next event", async () => {
    const page = await connected();
    await history(page, 30);
    expect(await checkConnection(page.id, "schedule")).toEqual({
      status: "needs_attention",
      reason: expect.stringMatching(/unusual: .* more than an hour without/),
    });
    await deliver(page.account.key, { account: page.account.id, type: "message", id: crypto.randomUUID() });
    expect((await checkConnection(page.id, "schedule"))?.status).toBe("healthy");
  });

  test("a few quiet hours are nothing", async () => {
    const page = await connected();
    await history(page, 20);
    expect((await checkConnection(page.id, "schedule"))?.status).toBe("healthy");
  });
});

describe("a rate limit", () => {
  test("holds back this connection's background calls and nothing else's", async () => {
    const acme = await anOrganization();
    const [slow, other] = [await connected(acme), await connected(acme)];
    const call = { ok: false, error: { ...fault, retryAfterSeconds: 600 } } as const;
    await withAccess(slow.id, async () => call);

    let calls = 0;
    const count = async () => {
      calls += 1;
      return { ok: true as const, value: null };
    };
    expect(await withAccess(slow.id, count)).toMatchObject({ ok: false, error: { kind: "rate_limited" } });
    expect(await checkConnection(slow.id, "schedule")).toBeNull();
    expect(calls).toBe(0);
    expect(await withAccess(other.id, count)).toMatchObject({ ok: true });
    expect((await checkConnection(other.id, "schedule"))?.status).toBe("healthy");

    const later =
      await sql`select run_at from graphile_worker.jobs where key = ${`connection.check-later:${slow.id}`}`;
    expect(later[0]?.run_at.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000);
  });

  test("shows on the checklist, breaks nothing, and does not hold back who waits for an answer", async () => {
    const page = await connected();
    await withAccess(page.id, async () => ({ ok: false, error: fault }));
    expect(await checkConnection(page.id, "person")).toEqual({ status: "healthy", reason: null });
    expect(await line(page, "rate-limit")).toMatchObject({
      verdict: "warn",
      reason: expect.stringMatching(/^Signal asked for fewer calls\. .* wait until \d{4}-/),
    });
    expect((await findConnection(page.acme.viewer, page.id))?.pausedUntil).not.toBeNull();
  });

  test("that is near shows how near, and pauses when hardly anything is left", async () => {
    const page = await connected();
    signal.state.usagePercent = 40;
    await checkConnection(page.id, "person");
    expect(await line(page, "rate-limit")).toMatchObject({
      verdict: "good",
      reason: expect.stringMatching(/^40 %/),
    });
    signal.state.usagePercent = 85;
    await checkConnection(page.id, "person");
    expect(await line(page, "rate-limit")).toMatchObject({
      verdict: "warn",
      reason: expect.stringMatching(/^85 %/),
    });
    signal.state.usagePercent = 97;
    await checkConnection(page.id, "person");
    expect(await line(page, "rate-limit")).toMatchObject({
      reason: expect.stringMatching(/^97 % .* wait until/),
    });
  });
});

const fault = {
  kind: "rate_limited",
  sentence: "Too fast.",
  nextStep: "Wait.",
  code: null,
  traceId: null,
  retryAfterSeconds: null,
} as const;

test("an address that has to be proved again and again is watched once it was proved", async () => {
  const page = await connected();
  expect(await line(page, "address")).toBeUndefined();

  const { key, id: account } = page.account;
  const forged = await deliver("key-of-a-stranger", { account, type: "proof", id: "1", challenge: "abc" });
  expect(forged.status).toBe(401);
  const response = await deliver(key, { account, type: "proof", id: "1", challenge: "abc" });
  expect(await response.text()).toBe("abc");
  await checkConnection(page.id, "schedule");
  expect(await line(page, "address")).toMatchObject({ verdict: "good" });

  await sql`update webhook_addresses set proven_at = now() - interval '81 hours' where sender = 'signal'`;
  expect(await checkConnection(page.id, "schedule")).toMatchObject({
    status: "needs_attention",
    reason: expect.stringMatching(/makes sure of it every three days/),
  });
  await sql`delete from webhook_addresses`;
});

test("access that ends in the middle of a call has the connection looked at", async () => {
  const page = await connected();
  await withAccess(page.id, async () => ({ ok: false, error: { ...fault, kind: "gone" } }));
  const jobs = await sql`select from graphile_worker.jobs where key = ${`connection.check:${page.id}`}`;
  expect(jobs).toHaveLength(1);
});

test("the strip of thirty days shows each day's worst, and nothing to others", async () => {
  const page = await connected();
  const globex = await anOrganization("Globex");
  await sql`
    insert into connection_checks (organization_id, connection_id, status, lines, cause, duration_ms, checked_at)
    select ${page.acme.id}, ${page.id}, status::connection_status, '[]', 'schedule', 1, now() - make_interval(days => ago)
    from (values ('healthy', 3), ('broken', 3), ('needs_attention', 5), ('healthy', 5), ('broken', 45)) as looks (status, ago)`;

  const strip = await healthHistory(page.acme.viewer, page.id);
  expect(strip).toHaveLength(30);
  expect(
    strip
      .map(({ status }) => status)
      .toReversed()
      .slice(0, 6),
  ).toEqual(["healthy", null, null, "broken", null, "needs_attention"]);
  expect(strip.filter(({ checks }) => checks > 0)).toHaveLength(3);
  expect((await healthHistory(globex.owner, page.id)).every(({ status }) => status === null)).toBe(true);
});

test("checks are kept for ninety days, of every connection, however many there are", async () => {
  const acme = await anOrganization();
  const [page, other] = [await connected(acme), await connected(acme)];
  await sql`
    insert into connection_checks (organization_id, connection_id, status, lines, cause, duration_ms, checked_at)
    select ${acme.id}, id, 'healthy', '[]', 'schedule', 1, now() - make_interval(days => ago)
    from unnest(array[${page.id}, ${other.id}]::uuid[]) id, (values (89), (91), (200)) as looks (ago)`;
  // More than one piece of work holds; ids that sort before and after these two.
  await sql`
    insert into connections (id, organization_id, provider, external_id, display_name, status)
    select (case when n % 2 = 0 then '00' else 'ff' end || substr(gen_random_uuid()::text, 3))::uuid,
      ${acme.id}, 'facebook', gen_random_uuid()::text, 'Bakery', 'disconnected' from generate_series(1, 1100) n`;
  await forgetChecks();

  const ages = await sql`
    select connection_id as id, extract(day from now() - checked_at)::int as age from connection_checks
    where organization_id = ${acme.id} and checked_at < now() - interval '1 day' order by 1, 2`;
  expect(ages.map(({ age }) => age)).toEqual([89, 89]);
  expect((await findLatestCheck(acme.viewer, page.id))?.lines).not.toEqual([]);
});

describe("repairing how events arrive", () => {
  test("subscribes anew, leaves a trace and looks again", async () => {
    const page = await connected();
    signal.state.isSubscribed.clear();
    expect(await repairSubscription(page.acme.admin, page.id)).toEqual({
      ok: true,
      value: { isMended: true, sentence: "Signal sends events here again." },
    });
    expect(signal.state.isSubscribed).toContain(page.account.id);
    const trail = await sql`select action from audit_events where target_id = ${page.id}`;
    expect(trail.map(({ action }) => action)).toContain("connection.subscription_repaired");
  });

  test("is for admins, and for connections of one's own", async () => {
    const page = await connected();
    const globex = await anOrganization("Globex");
    expect(await repairSubscription(page.acme.member, page.id)).toEqual({ ok: false, error: "admins-only" });
    expect(await repairSubscription(globex.owner, page.id)).toEqual({ ok: false, error: "not-connected" });
  });
});
