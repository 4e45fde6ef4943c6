import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import type { EventInterpreter } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { cancelReplay } from "#lib/webhooks/cancel-replay.ts";
import { findReplay } from "#lib/webhooks/find-replay.ts";
import { listReplays } from "#lib/webhooks/list-replays.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { replayPlan } from "#lib/webhooks/replay-plan.ts";
import { parseReplaySelection, ReplaySelection } from "#lib/webhooks/replay-selection.ts";
import { runReplay } from "#lib/webhooks/run-replay.ts";
import { startReplay } from "#lib/webhooks/start-replay.ts";
import { takeReplayChunk } from "#lib/webhooks/take-replay-chunk.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { someEvents } from "#tests/support/some-events.ts";

type Connection = Awaited<ReturnType<typeof aConnection>>;

let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

const ofConnection = ({ id }: Connection): ReplaySelection => ({ query: `connection=${id}` });
const ask = (selection: ReplaySelection, includesProcessed = false) => ({
  id: uuidv7(),
  selection,
  includesProcessed,
});

async function started(selection: ReplaySelection, { by = acme.admin, includesProcessed = false } = {}) {
  const outcome = await startReplay(by, ask(selection, includesProcessed));
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.replayId;
}

/** The turn that waits in the queue, as the worker would be handed it; null when there is none. */
async function nextTurn(replayId: string) {
  const [job] = await sql`
    select payload from graphile_worker._private_jobs where key = ${`webhook-events.replay:${replayId}`}`;
  return (job?.payload ?? null) as { replayId: string; turn: number } | null;
}

async function takeTurn(replayId: string, limits?: Parameters<typeof runReplay>[1]): Promise<void> {
  const turn = await nextTurn(replayId);
  if (!turn) throw new Error("nothing is queued");
  await sql`delete from graphile_worker._private_jobs where key = ${`webhook-events.replay:${replayId}`}`;
  await runReplay(turn, limits);
}

/** Turn by turn, with the worker in between, until it queues no further one. */
async function runToEnd(
  replayId: string,
  connections: Connection[],
  limits?: Parameters<typeof runReplay>[1],
) {
  while (await nextTurn(replayId)) {
    await takeTurn(replayId, limits);
    for (const { id } of connections) await processPending(id);
  }
}

const eventsOf = (connection: Connection) =>
  sql`select * from webhook_events where connection_id = ${connection.id} order by received_at, id`;
const attemptsOf = (connection: Connection) => sql`
  select a.event_id, a.attempt, a.outcome from webhook_attempts a join webhook_events e on e.id = a.event_id
  where e.connection_id = ${connection.id} order by a.started_at, e.received_at, e.id`;

describe("the dry run", () => {
  test("says what would become of each event, and the replay does exactly that", async () => {
    const [live, gone] = [await aConnection(acme), await aConnection(acme)];
    for (const [status, count] of [
      ["dead", 3],
      ["failed", 2],
      ["ignored", 1],
      ["processed", 4],
      ["pending", 2],
    ] as const)
      await someEvents(live, count, { status, eventType: "dry_run" });
    await someEvents(gone, 3, { eventType: "dry_run" });
    await sql`update connections set status = 'disconnected' where id = ${gone.id}`;
    const removed = await aConnection(acme);
    await someEvents(removed, 1, { eventType: "dry_run" });
    await sql`delete from connections where id = ${removed.id}`;

    const selection = { query: "type=dry_run" };
    const plan = await replayPlan(acme.admin, selection);
    expect(plan).toEqual({
      counts: { run: 6, succeeded: 4, waiting: 2, taken: 0, disconnected: 3, removed: 1 },
      takenBy: [],
      missing: 0,
      isComplete: true,
    });

    const replayId = await started(selection);
    await runToEnd(replayId, [live, gone]);

    expect(await findReplay(acme.viewer, replayId)).toMatchObject({
      status: "done",
      planned: 6,
      started: 6,
      processed: 6,
      failed: 0,
      skipped: 10,
      finishedAt: expect.any(Date),
    });
    expect((await eventsOf(gone)).every(({ status, replay_id }) => status === "dead" && !replay_id)).toBe(
      true,
    );
    expect((await eventsOf(live)).filter(({ attempts }) => attempts === 9)).toHaveLength(6 + 2);
  });

  test("of more than it may count, it says at least", async () => {
    const connection = await aConnection(acme);
    await someEvents(connection, 30);
    const bounds = { events: 20, slice: 10 };
    const plan = await replayPlan(acme.admin, ofConnection(connection), bounds);
    expect(plan).toMatchObject({ counts: { run: 20 }, isComplete: false });
  });

  test("of events that were chosen, it says which are not here", async () => {
    const connection = await aConnection(acme);
    const ids = await someEvents(connection, 2);
    const foreign = await someEvents(await aConnection(globex), 1);
    const plan = await replayPlan(acme.admin, { ids: [...ids, ...foreign, uuidv7()] });
    expect(plan).toMatchObject({ counts: { run: 2 }, missing: 2 });
  });
});

test("a selection that cannot be read in full is none, since leaving part out would run more", () => {
  const id = uuidv7();
  expect(parseReplaySelection({ status: "dead", before: id })).toEqual({ query: "status=dead" });
  expect(parseReplaySelection({ ids: `${id},${id}` })).toEqual({ ids: [id] });
  const longest = parseReplaySelection({ q: "语".repeat(200) });
  expect(longest && ReplaySelection.safeParse(longest).success).toBe(true);
  expect(parseReplaySelection({ status: "exploded" })).toBeNull();
  expect(parseReplaySelection({ ids: `${id},x` })).toBeNull();
  expect(parseReplaySelection({ ids: "" })).toBeNull();
  expect(parseReplaySelection({ ids: Array.from({ length: 201 }, () => uuidv7()).join() })).toBeNull();
});

test("events run in the order they came, a few at a time, and a failure counts as one more try", async () => {
  const connection = await aConnection(acme);
  const ids = await someEvents(connection, 12, { attempts: 3, status: "failed" });
  await sql`update webhook_events set next_attempt_at = now() + interval '1 hour' where connection_id = ${connection.id}`;
  const real = interpreterFor("facebook");
  const failing = (): EventInterpreter => ({
    ...real,
    interpret() {
      throw new Error("still not");
    },
  });

  const replayId = await started(ofConnection(connection));
  await takeTurn(replayId, { unsettled: 5, chunk: 2 });
  expect((await eventsOf(connection)).map(({ status }) => status === "pending")).toEqual([
    ...Array(5).fill(true),
    ...Array(7).fill(false),
  ]);
  await takeTurn(replayId, { unsettled: 5, chunk: 2 });
  expect((await eventsOf(connection)).filter(({ status }) => status === "pending")).toHaveLength(5);

  await processPending(connection.id, failing);
  await runToEnd(replayId, [connection], { unsettled: 5, chunk: 2 });
  expect(await findReplay(acme.admin, replayId)).toMatchObject({ started: 12, processed: 7, failed: 5 });
  const tries = await attemptsOf(connection);
  expect(tries.map((attempt) => attempt.event_id)).toEqual(ids);
  expect(tries.map(({ attempt }) => attempt)).toEqual(Array(12).fill(4));
});

test("the hourly counts follow", async () => {
  const connection = await aConnection(acme);
  const ids = await someEvents(connection, 3, { status: "failed", attempts: 1 });
  const [first] = await eventsOf(connection);
  await sql`
    insert into webhook_event_counts (organization_id, hour, connection_id, provider, event_type, status, count)
    values (${acme.id}, date_trunc('hour', ${first?.received_at}::timestamptz), ${connection.id}, 'facebook', 'messages', 'failed', 3)`;
  const counts = () => sql`
    select status, sum(count)::int as count from webhook_event_counts where connection_id = ${connection.id}
    group by status having sum(count) > 0`;

  const replayId = await started({ ids });
  await takeTurn(replayId);
  expect(await counts()).toEqual([]);
  await runToEnd(replayId, [connection]);
  expect(await counts()).toEqual([{ status: "processed", count: 3 }]);
});

test("a success runs again on a deliberate word only", async () => {
  const connection = await aConnection(acme);
  await someEvents(connection, 2, { status: "processed", attempts: 1 });
  const selection = ofConnection(connection);
  expect(await startReplay(acme.admin, ask(selection))).toEqual({ ok: false, error: "nothing-to-run" });

  const replayId = await started(selection, { includesProcessed: true });
  await runToEnd(replayId, [connection]);
  expect(await eventsOf(connection)).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
});

test("what arrives after it was asked for is not part of it", async () => {
  const connection = await aConnection(acme);
  await someEvents(connection, 1);
  const replayId = await started(ofConnection(connection));
  await sql`update webhook_replays set requested_at = requested_at - interval '1 minute' where id = ${replayId}`;
  await runToEnd(replayId, [connection]);
  expect(await findReplay(acme.admin, replayId)).toMatchObject({ status: "done", started: 0 });
  expect(await eventsOf(connection)).toMatchObject([{ status: "dead" }]);
});

describe("at once", () => {
  test("a form that is sent twice starts one replay; so do two people who ask for the same", async () => {
    const connection = await aConnection(acme);
    await someEvents(connection, 3);
    const form = ask(ofConnection(connection));

    const outcomes = await Promise.all([
      startReplay(acme.admin, form),
      startReplay(acme.admin, form),
      startReplay(acme.owner, ask(ofConnection(connection))),
    ]);

    const values = outcomes.map((outcome) => (outcome.ok ? outcome.value : null));
    expect(new Set(values.map((value) => value?.replayId)).size).toBe(1);
    expect(values.filter((value) => value?.isNew)).toHaveLength(1);
    const audited =
      await sql`select actor_id from audit_events where action = 'replay.started' and target_id = ${values[0]?.replayId ?? ""}`;
    expect(audited).toHaveLength(1);
    await runToEnd(values[0]?.replayId ?? "", [connection]);
    // Long done, it still is what its form started.
    const again = { ...form, id: values[0]?.replayId ?? "" };
    expect(await startReplay(acme.admin, again)).toMatchObject({ value: { isNew: false } });
  });

  test("of two replays with events in common, each event runs in one", async () => {
    const connection = await aConnection(acme);
    const ids = await someEvents(connection, 40, { status: "processed", attempts: 1 });
    const both = await Promise.all([
      started(ofConnection(connection), { includesProcessed: true }),
      started({ ids: ids.slice(0, 30) }, { by: acme.owner, includesProcessed: true }),
    ]);

    await Promise.all(both.map((replayId) => takeTurn(replayId, { unsettled: 10, chunk: 5 })));
    const plan = await replayPlan(acme.admin, ofConnection(connection));
    expect(plan.counts).toMatchObject({ taken: expect.any(Number), run: 0 });
    expect(plan.counts.taken).toBeGreaterThan(0);
    expect(plan.takenBy.length).toBeGreaterThan(0);
    for (const replayId of both) await runToEnd(replayId, [connection], { unsettled: 10, chunk: 5 });

    expect((await eventsOf(connection)).every(({ attempts }) => attempts === 2)).toBe(true);
    const found = await Promise.all(both.map((replayId) => findReplay(acme.admin, replayId)));
    expect(found.map((replay) => replay?.status)).toEqual(["done", "done"]);
    expect(found.reduce((sum, replay) => sum + (replay?.started ?? 0), 0)).toBe(40);
  });

  test("an event that a worker holds at this moment is waited for, and none behind it goes first", async () => {
    const connection = await aConnection(acme);
    const ids = await someEvents(connection, 4);
    const replayId = await started(ofConnection(connection));

    await sql.begin(async (worker) => {
      await worker`select from webhook_events where id = ${ids[1] ?? ""} for update`;
      expect(await takeReplayChunk(replayId, 10)).toEqual({ started: 1, hasMore: true, isHeldUp: true });
    });
    expect(await takeReplayChunk(replayId, 10)).toEqual({ started: 3, hasMore: false, isHeldUp: false });
  });
});

test("killed in the middle of a turn, it goes on where it was and runs nothing twice", async () => {
  const connection = await aConnection(acme);
  await someEvents(connection, 9);
  const replayId = await started(ofConnection(connection));
  const turn = await nextTurn(replayId);
  // Dies after two chunks, before the turn is written down: the queue hands the same turn out again.
  await takeReplayChunk(replayId, 4, 2);
  await takeReplayChunk(replayId, 4, 2);
  await processPending(connection.id);

  // And, taken for dead while it lived, to two at once.
  await Promise.all([turn, turn].map((again) => again && runReplay(again, { chunk: 2 })));
  await runToEnd(replayId, [connection]);

  expect(
    (await eventsOf(connection)).every(({ attempts, status }) => attempts === 9 && status === "processed"),
  ).toBe(true);
  expect(await findReplay(acme.admin, replayId)).toMatchObject({ started: 9, processed: 9, skipped: 0 });
});

test("cancelled, it sets no more running, and counts what it had begun to the end", async () => {
  const connection = await aConnection(acme);
  await someEvents(connection, 6);
  const replayId = await started(ofConnection(connection));
  await takeTurn(replayId, { unsettled: 2 });

  expect(await cancelReplay(acme.owner, replayId)).toEqual({ ok: true, value: { started: 2 } });
  expect(await cancelReplay(acme.owner, replayId)).toEqual({ ok: false, error: "not-running" });
  await runToEnd(replayId, [connection]);

  expect(await findReplay(acme.viewer, replayId)).toMatchObject({
    status: "cancelled",
    cancelledBy: acme.owner.email,
    started: 2,
    processed: 2,
  });
  expect((await eventsOf(connection)).filter(({ status }) => status === "dead")).toHaveLength(4);
  const [audited] =
    await sql`select * from audit_events where action = 'replay.cancelled' and target_id = ${replayId}`;
  expect(audited).toMatchObject({ actor_id: acme.owner.userId, metadata: { events: 2 } });
});

test("members and viewers see replays, and neither start nor cancel them; strangers see none", async () => {
  const connection = await aConnection(acme);
  const ids = await someEvents(connection, 1);
  const replayId = await started({ ids });

  for (const lower of [acme.member, acme.viewer]) {
    expect(await startReplay(lower, ask({ ids }))).toEqual({ ok: false, error: "admins-only" });
    expect(await cancelReplay(lower, replayId)).toEqual({ ok: false, error: "admins-only" });
    expect((await listReplays(lower)).replays.map(({ id }) => id)).toContain(replayId);
  }
  expect(await findReplay(globex.owner, replayId)).toBeUndefined();
  expect(await cancelReplay(globex.owner, replayId)).toEqual({ ok: false, error: "not-running" });
  expect((await listReplays(globex.owner)).replays).toEqual([]);
  expect(await startReplay(globex.owner, ask({ ids }))).toEqual({ ok: false, error: "nothing-to-run" });
  expect((await replayPlan(globex.owner, ofConnection(connection))).counts.run).toBe(0);
  await runToEnd(replayId, [connection]);
});

test("another organization's running replay stops no one, and its id starts nothing", async () => {
  const theirs = await aConnection(globex);
  await someEvents(theirs, 1);
  const mine = await aConnection(acme);
  await someEvents(mine, 1, { eventType: "shared_type" });
  await someEvents(theirs, 1, { eventType: "shared_type" });

  const selection = { query: "type=shared_type" };
  const first = await started(selection, { by: globex.admin });
  const second = await started(selection);
  expect(second).not.toBe(first);
  expect(await startReplay(acme.admin, { ...ask(ofConnection(mine)), id: first })).toEqual({
    ok: false,
    error: "used-before",
  });
  await runToEnd(second, [mine, theirs]);
  expect(await eventsOf(theirs)).toMatchObject([{ status: "dead" }, { status: "dead" }]);
});

test("the list goes back page by page and leaves none out", async () => {
  const organization = await anOrganization();
  await sql`
    insert into webhook_replays (organization_id, selection, planned, status, requested_at)
    select ${organization.id}, '{"query":""}', 1, 'done', now() - make_interval(secs => n / 7) from generate_series(1, 70) n`;

  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await listReplays(organization.viewer, before);
    seen.push(...page.replays.map(({ id }) => id));
    before = page.older;
  } while (before);
  expect(new Set(seen).size).toBe(70);
  expect(seen).toHaveLength(70);
});
