import { expect, test } from "vitest";
import type { EventInterpreter } from "#lib/providers/contract.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);
const send = (page: string, options: Parameters<typeof messageTo>[1] = {}) =>
  receive(metaRequest(messageTo(page, options)));

/** Fails on every event, each time with other numbers and ids. */
const failing = (): EventInterpreter => ({
  label: String,
  interpret({ payload }) {
    throw new Error(`cannot store ${/m_[\w-]+/.exec(JSON.stringify(payload))} after ${Math.random()} s`);
  },
});
const again = (connectionId: string) =>
  sql`update webhook_events set next_attempt_at = null, status = 'pending' where connection_id = ${connectionId}`;
const problemsOf = (organizationId: string) =>
  sql`select * from webhook_problems where organization_id = ${organizationId}`;
const countsOf = (connectionId: string) => sql`
  select status, sum(count)::int as count from webhook_event_counts
  where connection_id = ${connectionId} and count > 0 group by status order by status`;

test("failures of one cause are one problem, each organization's own", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const [first, second, theirs] = await Promise.all([
    aConnection(acme),
    aConnection(acme),
    aConnection(globex),
  ]);
  for (const { externalId } of [first, first, second, theirs]) await send(externalId);

  await Promise.all([first, second, theirs].map(({ id }) => processPending(id, failing)));

  const problems = await problemsOf(acme.id);
  expect(problems).toMatchObject([
    {
      provider: "facebook",
      event_type: "messages",
      cause: "cannot store … after … s",
      status: "open",
      failures: 3,
    },
  ]);
  const [problem] = problems;
  expect(problem?.first_seen_at <= problem?.last_seen_at).toBe(true);
  expect(await problemsOf(globex.id)).toMatchObject([{ failures: 1 }]);
  const ofProblem = await sql`select connection_id from webhook_events where problem_id = ${problem?.id}`;
  expect(ofProblem.map((event) => event.connection_id).sort()).toEqual(
    [first.id, first.id, second.id].sort(),
  );
});

test("what succeeds later still belongs to its problem, and is counted as a success", async () => {
  const organization = await anOrganization();
  const page = await aConnection(organization);
  await send(page.externalId);
  await processPending(page.id, failing);
  expect(await countsOf(page.id)).toEqual([{ status: "failed", count: 1 }]);

  await sql`update webhook_events set next_attempt_at = now() - interval '1 second' where connection_id = ${page.id}`;
  await processPending(page.id);

  const [problem] = await problemsOf(organization.id);
  expect(
    await sql`select status, problem_id, error_message from webhook_events where connection_id = ${page.id}`,
  ).toEqual([{ status: "processed", problem_id: problem?.id, error_message: null }]);
  expect(await countsOf(page.id)).toEqual([{ status: "processed", count: 1 }]);
});

test("a problem that was resolved and comes back is open again; one that is being looked after stays so", async () => {
  const organization = await anOrganization();
  const page = await aConnection(organization);
  await send(page.externalId);
  await processPending(page.id, failing);

  for (const [was, becomes, by] of [
    ["acknowledged", "acknowledged", organization.admin.userId],
    ["resolved", "open", null],
  ] as const) {
    await sql`update webhook_problems set status = ${was}, changed_by = ${organization.admin.userId}, changed_at = now()
      where organization_id = ${organization.id}`;
    await again(page.id);
    await processPending(page.id, failing);
    expect(await problemsOf(organization.id)).toMatchObject([{ status: becomes, changed_by: by }]);
  }
  expect(await problemsOf(organization.id)).toMatchObject([{ failures: 3, changed_at: null }]);
});

test("an event of a kind nobody knows is ignored and says so, and can be run again by code that knows it", async () => {
  const page = await aConnection(await anOrganization());
  const entry = { id: page.externalId, time: Date.now(), changes: [{ field: "brand_new", value: { a: 1 } }] };
  await receive(metaRequest({ object: "page", entry: [entry] }));
  const events = () => sql`
    select status, summary, attempts, problem_id, search @@ 'known'::tsquery as found
    from webhook_events where connection_id = ${page.id}`;

  await processPending(page.id);
  expect(await events()).toEqual([
    {
      status: "ignored",
      summary: "An event of a kind that is not handled yet: brand_new.",
      attempts: 1,
      problem_id: null,
      found: false,
    },
  ]);
  expect(await countsOf(page.id)).toEqual([{ status: "ignored", count: 1 }]);

  await again(page.id);
  const knowing = () => ({ ...interpreterFor("facebook"), interpret: () => ({ summary: "Known now." }) });
  await processPending(page.id, knowing);
  expect(await events()).toMatchObject([
    { status: "processed", summary: "Known now.", attempts: 2, found: true },
  ]);
});
