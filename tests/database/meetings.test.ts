import { beforeAll, describe, expect, test } from "vitest";
import { eraseAccounts } from "#lib/connections/erase-accounts.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { findMeeting } from "#lib/meetings/find-meeting.ts";
import { listPast, listUpcoming } from "#lib/meetings/list-meetings.ts";
import { recordMeetings } from "#lib/meetings/record-meetings.ts";
import type { Json } from "#lib/providers/contract.ts";
import { zoomInterpreter } from "#lib/providers/zoom/interpret.ts";
import { syncConnection } from "#lib/sync/sync-connection.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { aZoomUser, connectedZoom } from "#tests/support/a-zoom-account.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { meetingsOf } from "#tests/support/told-truth.ts";

let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
});

const minute = 60_000;
const start = Date.now();
/** The same moment however long the tests take. */
const ago = (minutes: number) => new Date(start - minutes * minute);
const iso = (moment: Date) => moment.toISOString().replace(/\.\d+Z/, "Z");

/** A Zoom account of Acme's, and what its events do. */
async function anAccount() {
  const { id: connectionId, organizationId } = await aConnection(acme, {
    provider: "zoom",
    externalId: crypto.randomUUID(),
    displayName: "Ana Host",
  });
  const tell = (eventType: string, minutesAgo: number, object: Record<string, Json>) => {
    const payload = { event: eventType, event_ts: ago(minutesAgo).getTime(), payload: { object } };
    const { effect } = zoomInterpreter.interpret({ eventType, payload });
    if (effect?.kind !== "meetings") throw new Error(`${eventType} tells of no meeting`);
    return asSystem((tx) => recordMeetings(tx, { connectionId, organizationId }, { meetings: effect.news }));
  };
  const rows = () =>
    sql`select * from zoom_meetings where connection_id = ${connectionId} order by starts_at`;
  return { connectionId, organizationId, tell, rows };
}

const meeting = (more: Record<string, Json> = {}) => ({
  id: "85412345678",
  uuid: "/abc//d==",
  topic: "Weekly sync",
  type: 2,
  start_time: iso(ago(60)),
  ...more,
});
const come = (name: string, joined: number, left?: number) =>
  meeting({
    participant: {
      ...{ user_name: name, id: "", email: "", join_time: iso(ago(joined)) },
      ...(left !== undefined && { leave_time: iso(ago(left)) }),
    },
  });

describe("a meeting that events tell of", () => {
  test("is live, then over, with who came in one line each, though the events come in no order", async () => {
    const { tell, rows } = await anAccount();
    await tell("meeting.participant_joined", 59, come("Bo Guest", 59));
    await tell("meeting.started", 60, meeting());
    const [{ id } = { id: "" }] = await rows();
    expect((await listUpcoming(acme.viewer)).live).toMatchObject([{ id, present: 1, phase: "live" }]);

    await tell("meeting.ended", 20, meeting({ end_time: iso(ago(20)) }));
    await tell("meeting.participant_left", 50, come("Bo Guest", 59, 50));
    await tell("meeting.participant_joined", 45, come("Bo Guest", 45));
    await tell("meeting.participant_joined", 58, come("Chiara", 58));
    await tell("meeting.participant_left", 30, come("Bo Guest", 45, 30));
    expect(await tell("meeting.started", 60, meeting())).toEqual({ changed: 0, removed: 0 });

    expect(await findMeeting(acme.viewer, id)).toMatchObject({
      ...{ phase: "ended", topic: "Weekly sync", hostName: "Ana Host" },
      people: [
        { name: "Bo Guest", minutes: 24, stays: 2 },
        { name: "Chiara", minutes: 38, stays: 1 },
      ],
    });
    expect((await listUpcoming(acme.viewer)).live).toEqual([]);
    expect((await listPast(acme.viewer)).meetings).toMatchObject([{ id, people: 2 }]);
  });

  test("belongs to its organization, and nobody else finds it", async () => {
    const { tell, rows } = await anAccount();
    await tell("meeting.started", 10, meeting());
    const [{ id } = { id: "" }] = await rows();
    expect(await findMeeting(globex.owner, id)).toBeUndefined();
    expect((await listUpcoming(globex.owner)).live).toEqual([]);
    expect(await findMeeting(acme.viewer, id)).toBeDefined();
  });

  test("that repeats is a plan for each time, and what came about is not listed beside its plan", async () => {
    const { tell, rows } = await anAccount();
    const time = (minutesAgo: number) => ({
      ...{ occurrence_id: String(minutesAgo), start_time: iso(ago(minutesAgo)), duration: 30 },
    });
    const series = { id: 811, uuid: "series==", topic: "Check-in", type: 8 };
    const times = [time(1_500), time(100), time(-1_500), time(-3_000)];
    await tell("meeting.deleted", 4_000, { ...series, occurrences: [time(-3_000)] });
    await tell("meeting.created", 5_000, { ...series, occurrences: times });
    await tell("meeting.ended", 70, {
      ...{ id: "811", uuid: "instance==", topic: "Check-in", type: 8 },
      ...{ start_time: iso(ago(98)), end_time: iso(ago(70)) },
    });
    const mine = (list: { topic: string; phase: string }[]) =>
      list.filter(({ topic }) => topic === "Check-in").map(({ phase }) => phase);

    expect(mine((await listUpcoming(acme.viewer)).meetings)).toEqual(["planned"]);
    expect(mine((await listPast(acme.viewer)).meetings)).toEqual(["ended", "unheld"]);

    await tell("meeting.deleted", 1, series);
    expect(mine((await listUpcoming(acme.viewer)).meetings)).toEqual([]);
    expect((await rows()).filter(({ status }) => status === "ended")).toHaveLength(1);
  });

  test("changed without a uuid is found by its number, and one nobody knows is not made up", async () => {
    const { tell, rows } = await anAccount();
    await tell("meeting.updated", 6, { id: 8_123, topic: "Unknown" });
    expect(await rows()).toEqual([]);
    await tell("meeting.created", 6, { ...meeting({ id: 8_123 }), start_time: iso(ago(-60)) });
    await tell("meeting.updated", 5, { id: 8_123, topic: "Renamed" });
    expect(await rows()).toMatchObject([{ topic: "Renamed", meeting_id: "8123", status: "scheduled" }]);
  });
});

test("past meetings are read page by page, each once", async () => {
  const other = await aConnection(globex, { provider: "zoom", externalId: crypto.randomUUID() });
  await sql`
    insert into zoom_meetings (organization_id, connection_id, uuid, meeting_id, topic, status, starts_at, ends_at, told_at)
    select ${globex.id}, ${other.id}, 'u' || n, n::text, 'Old ' || n, 'ended', t, t + interval '20 min', t
    from generate_series(1, 65) n, lateral (select date_trunc('second', now()) - make_interval(days => n / 2) - interval '1 hour' as t) w`;

  const seen: string[] = [];
  for (let before: string | undefined, page = 0; page < 4; page += 1) {
    const { meetings, next } = await listPast(globex.viewer, { before });
    seen.push(...meetings.map(({ topic }) => topic));
    before = next;
    if (!next) break;
  }
  expect(seen).toHaveLength(65);
  expect(new Set(seen).size).toBe(65);
});

describe("what Zoom itself lists", () => {
  const stored = (connectionId: string) => sql`
    select m.*, coalesce(jsonb_agg(jsonb_build_array(p.name, p.joined_at, p.left_at))
      filter (where p.id is not null), '[]') as stays
    from zoom_meetings m left join zoom_participants p on p.zoom_meeting_id = m.id
    where m.connection_id = ${connectionId} group by m.id`;
  const inOrder = (stays: string[][]) => stays.map((stay) => stay.join(" ")).toSorted();
  const versions = (connectionId: string) => sql`
    select m.id, m.xmin::text, (select string_agg(p.xmin::text, ' ' order by p.id) from zoom_participants p
      where p.zoom_meeting_id = m.id) as stays
    from zoom_meetings m where m.connection_id = ${connectionId} order by m.id`;
  const sync = (connectionId: string) =>
    syncConnection({ connectionId, cause: "person", attempt: 0 }, { withinMs: 60_000 });

  test("is stored as it is, a second time without a write, and erased with the account", async () => {
    // Chance decides what was recorded, for each person anew.
    const userId = await eventually(async () => {
      const someone = await aZoomUser({ weeks: 5 });
      const { held } = await meetingsOf(someone.userId);
      expect(held.some(({ recordings }) => recordings.length > 1)).toBe(true);
      return someone.userId;
    });
    const connectionId = await connectedZoom(acme.admin, userId);
    await sync(connectionId);
    const truth = await meetingsOf(userId);
    const rows = await stored(connectionId);

    const held = rows.filter(({ status }) => status === "ended");
    const byUuid = <Of extends { uuid: string }>(list: Of[]) =>
      list.toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1));
    expect(
      byUuid(
        held.map(({ uuid, topic, starts_at, ends_at, stays, recordings }) => ({
          ...{ uuid, topic, startTime: iso(starts_at), endTime: iso(ends_at) },
          stays: inOrder(
            stays.map(([name, ...times]: string[]) => [name, ...times.map((time) => iso(new Date(time)))]),
          ),
          recordings: recordings.map((file: { id: string }) => file.id),
        })),
      ),
    ).toEqual(
      byUuid(truth.held).map(({ uuid, topic, startTime, endTime, stays, recordings }) => ({
        ...{ uuid, topic, startTime, endTime, recordings },
        stays: inOrder(stays.map(({ name, joinTime, leaveTime }) => [name, joinTime, leaveTime])),
      })),
    );
    const planned = rows.filter(({ status }) => status === "scheduled");
    expect(new Set(planned.map((row) => `${row.uuid} ${row.occurrence_id} ${iso(row.starts_at)}`))).toEqual(
      new Set(
        truth.planned.map(({ uuid, occurrenceId, startTime }) => `${uuid} ${occurrenceId} ${startTime}`),
      ),
    );

    const before = await versions(connectionId);
    await sync(connectionId);
    expect(await versions(connectionId)).toEqual(before);

    await sql`update connections set status = 'broken' where id = ${connectionId}`;
    await eraseAccounts({ provider: "zoom", externalUserId: userId, withdrawnAt: new Date().toISOString() });
    expect(await versions(connectionId)).toEqual([]);
  });
});
