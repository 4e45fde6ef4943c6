import { afterAll, expect, test, vi } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { eventStream } from "#lib/live/event-stream.ts";
import { type Listener, listen, stopListening } from "#lib/live/listen.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { notifyPerson } from "#lib/live/notify-person.ts";
import { openListening } from "#lib/live/open-listening.ts";
import { topics } from "#lib/live/topics.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

afterAll(stopListening);

/** Reads a stream until it has said this, or has ended. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += new TextDecoder().decode(value);
    if (done || text.includes(wanted)) return text;
  }
}

type Page = { id: string; owner: { userId: string } };

/** A page of the organization's owner, new on the line. */
const aPage = ({ id, owner }: Page) => ({
  organizationId: id,
  userId: owner.userId,
  data: async () => "changed",
  lastHeard: null,
  mayStillListen: async () => true,
  signal: new AbortController().signal,
});

const aListener = ({ id, owner }: Page, values: Partial<Listener>): Listener => ({
  organizationId: id,
  userId: owner.userId,
  onChange: () => {},
  onStanding: () => {},
  ...values,
});

test("a delivery is the next thing its organization's pages hear, and no one else's", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const connection = await aConnection(acme);
  const theirs = vi.fn();
  await listen(aListener(globex, { onChange: theirs, onStanding: theirs }));
  const reader = eventStream(aPage(acme)).getReader();
  await readUntil(reader, "event: listening");

  await receiver(metaWebhook)(metaRequest(messageTo(connection.externalId)));

  expect(await readUntil(reader, "event: events")).toMatch(/^id: \S+\nevent: events\ndata: changed\n\n$/);
  expect(theirs).not.toHaveBeenCalled();
  await reader.cancel();
});

test("a notice is heard when its transaction commits, and not when it does not", async () => {
  const acme = await anOrganization();
  const heard: string[] = [];
  await listen(aListener(acme, { onChange: (topic) => heard.push(topic) }));

  await asSystem(async (tx) => {
    await notifyOrganization(tx, acme.id, "events");
    throw new Error("rolled back");
  }).catch(() => {});
  await asSystem((tx) => notifyOrganization(tx, acme.id, "connections"));

  await eventually(() => expect(heard).toEqual(["connections"]));
});

test("the stream says when to come back, and keeps the line open with comments", async () => {
  const acme = await anOrganization();
  const reader = eventStream({ ...aPage(acme), heartbeatMs: 5 }).getReader();
  expect(await readUntil(reader, ": still here")).toMatch(/^retry: [12]\d{3}\n\n/);
  await reader.cancel();
});

test("the stream of someone who was removed ends by itself", async () => {
  const acme = await anOrganization();
  const mayStillListen = async () => false;
  const reader = eventStream({ ...aPage(acme), mayStillListen, recheckMs: 5 }).getReader();
  expect(await readUntil(reader, "never said")).toContain("event: listening");
});

test("the stream ends when the client leaves", async () => {
  const acme = await anOrganization();
  const leaving = new AbortController();
  const reader = eventStream({ ...aPage(acme), signal: leaving.signal }).getReader();
  await readUntil(reader, "event: listening");
  leaving.abort();
  expect((await reader.read()).done).toBe(true);
});

test("a lost database session is found again, and whoever listens is told that something may have been missed", async () => {
  const heard: string[] = [];
  const gaps = vi.fn();
  const listening = openListening({ onNotice: (text) => heard.push(text), onGap: gaps, probeEveryMs: 50 });
  await listening.ready;

  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'trunkline live' and datname = current_database()`;
  await eventually(() => expect(gaps).toHaveBeenCalled());

  await sql`select pg_notify('trunkline', 'after the gap')`;
  await eventually(() => expect(heard).toContain("after the gap"));
  await listening.close();
});

test("every page of a process hears through one database session", async () => {
  const acme = await anOrganization();
  await Promise.all(Array.from({ length: 20 }, () => listen(aListener(acme, {}))));
  const sessions = await sql`
    select from pg_stat_activity where application_name = 'trunkline live' and datname = current_database()`;
  expect(sessions).toHaveLength(1);
});

test("a page that comes back hears what was said while it was away, and nothing when nothing was", async () => {
  const acme = await anOrganization();
  const heard: string[] = [];
  const onChange = (topic: string, id: string) => heard.push(`${topic} ${id}`);
  const { missedSince, stop } = await listen(aListener(acme, { onChange }));
  const left = missedSince(null);
  expect(left.topics).toEqual([...topics]);
  expect(missedSince(left.latest).topics).toEqual([]);
  stop();

  const meanwhile = await listen(aListener(await anOrganization(), { onChange: () => {} }));
  await asSystem((tx) => notifyOrganization(tx, acme.id, "replays"));
  await eventually(() => expect(missedSince(left.latest).topics).toEqual(["replays"]));
  expect(heard).toEqual([]);

  const reader = eventStream({ ...aPage(acme), lastHeard: left.latest }).getReader();
  const opening = await readUntil(reader, "event: listening");
  const { latest } = missedSince(null);
  expect(opening.replace(/^retry: \d+\n\n/, "")).toBe(
    `event: replays\ndata: changed\n\nid: ${latest}\nevent: listening\ndata: now\n\n`,
  );
  await reader.cancel();
  meanwhile.stop();
});

test("a flood of notices reaches a page a few times a second, and the last of it always", async () => {
  const acme = await anOrganization();
  const onChange = vi.fn();
  await listen(aListener(acme, { onChange }));

  const started = performance.now();
  for (let batch = 0; batch < 150; batch += 1) {
    await asSystem((tx) => notifyOrganization(tx, acme.id, "events"));
    // As the functions in the database say it, with spaces.
    await sql`select pg_notify('trunkline', json_build_object('organizationId', ${acme.id}::text, 'topic', 'events')::text)`;
  }
  const quietTimes = Math.ceil((performance.now() - started) / 160);
  const told = onChange.mock.calls.length;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(quietTimes + 1);

  await asSystem((tx) => notifyOrganization(tx, acme.id, "events"));
  await eventually(() => expect(onChange.mock.calls.length).toBeGreaterThan(told));
});

test("the stream of a member who is removed ends at once, and of one whose role changes goes on", async () => {
  const acme = await anOrganization();
  const stays = vi.fn();
  const stream = ({ userId, email }: { userId: string; email: string }) => {
    const mayStillListen = async () => {
      const membership = await findMembership({ userId, email }, acme.slug);
      stays(userId, membership?.role);
      return membership !== undefined;
    };
    // Far longer than the test may take: only being told can end it.
    return eventStream({ ...aPage(acme), userId, mayStillListen, recheckMs: 600_000 }).getReader();
  };
  const [removed, changed] = [stream(acme.viewer), stream(acme.member)];
  await Promise.all([removed, changed].map((reader) => readUntil(reader, "event: listening")));
  await eventually(() => expect(stays).toHaveBeenCalledTimes(2));

  const ended = readUntil(removed, "never said");
  await sql`update organization_members set role = 'viewer' where user_id = ${acme.member.userId}`;
  await eventually(() => expect(stays).toHaveBeenCalledWith(acme.member.userId, "viewer"));
  await sql`delete from organization_members where user_id = ${acme.viewer.userId}`;
  await ended;
  expect(stays).toHaveBeenLastCalledWith(acme.viewer.userId, undefined);

  await asSystem((tx) => notifyOrganization(tx, acme.id, "events"));
  expect(await readUntil(changed, "id: ")).toContain("event: events");
  await changed.cancel();
});

test("someone who signs out is asked about at once, wherever they look", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const [ours, theirs] = [vi.fn(), vi.fn()];
  await listen(aListener(acme, { onStanding: ours }));
  await listen(aListener(globex, { onStanding: theirs }));

  await notifyPerson(acme.owner);
  await eventually(() => expect(ours).toHaveBeenCalledTimes(1));
  expect(theirs).not.toHaveBeenCalled();
});
