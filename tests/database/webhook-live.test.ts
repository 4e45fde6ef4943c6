import { afterAll, expect, test, vi } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { eventStream } from "#lib/live/event-stream.ts";
import { listen, stopListening } from "#lib/live/listen.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { openListening } from "#lib/live/open-listening.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
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

const always = { mayStillListen: async () => true };

test("a delivery is heard by its organization's pages at once, and by no one else's", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const connection = await aConnection(acme);
  const theirs = vi.fn();
  await listen(globex.id, theirs);
  const signal = new AbortController().signal;
  const reader = eventStream({ organizationId: acme.id, signal, ...always }).getReader();
  await readUntil(reader, "event: listening");

  const started = Date.now();
  await receiver(metaWebhook)(metaRequest(messageTo(connection.externalId)));

  expect(await readUntil(reader, "event: events")).toContain("event: events\ndata: changed\n\n");
  expect(Date.now() - started).toBeLessThan(1000);
  expect(theirs).not.toHaveBeenCalled();
  await reader.cancel();
});

test("a notice is heard when its transaction commits, and not when it does not", async () => {
  const acme = await anOrganization();
  const heard: string[] = [];
  await listen(acme.id, (topic) => heard.push(topic));

  await asSystem(async (tx) => {
    await notifyOrganization(tx, acme.id, "events");
    throw new Error("rolled back");
  }).catch(() => {});
  await asSystem((tx) => notifyOrganization(tx, acme.id, "connections"));

  await vi.waitFor(() => expect(heard).toEqual(["connections"]));
});

test("the stream says when to come back, and keeps the line open with comments", async () => {
  const acme = await anOrganization();
  const signal = new AbortController().signal;
  const reader = eventStream({ organizationId: acme.id, signal, ...always, heartbeatMs: 5 }).getReader();
  expect(await readUntil(reader, ": still here")).toContain("retry: 2000\n\n");
  await reader.cancel();
});

test("the stream of someone who was removed ends by itself", async () => {
  const acme = await anOrganization();
  const signal = new AbortController().signal;
  const mayStillListen = async () => false;
  const reader = eventStream({ organizationId: acme.id, signal, mayStillListen, recheckMs: 5 }).getReader();
  expect(await readUntil(reader, "never said")).toContain("event: listening");
});

test("the stream ends when the client leaves", async () => {
  const acme = await anOrganization();
  const leaving = new AbortController();
  const reader = eventStream({ organizationId: acme.id, signal: leaving.signal, ...always }).getReader();
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
  await vi.waitFor(() => expect(gaps).toHaveBeenCalled(), { timeout: 8000 });

  await sql`select pg_notify('trunkline', 'after the gap')`;
  await vi.waitFor(() => expect(heard).toContain("after the gap"));
  await listening.close();
});
