import { expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import { type CountMove, moveCounts } from "#lib/webhooks/event-counts.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

const countsOf = (organizationId: string) =>
  sql`select hour, status, event_type, count from webhook_event_counts
    where organization_id = ${organizationId} order by hour, event_type, status`;
const move = (moves: CountMove[]) => asSystem((tx) => moveCounts(tx, moves));

test("events are counted by the hour they came in, and move from one status to the next", async () => {
  const organization = await anOrganization();
  const connection = await aConnection(organization);
  const event = (to: CountMove["to"], from: CountMove["from"] = null, at = "2026-03-01T10:59:59.999Z") => ({
    organizationId: organization.id,
    connectionId: connection.id,
    provider: "facebook" as const,
    eventType: "messages",
    receivedAt: new Date(at),
    from,
    to,
  });

  await move([
    event("processed"),
    event("processed", "pending"),
    event("failed"),
    event("failed", null, "2026-03-01T11:00:00Z"),
    event("pending"),
  ]);
  const [ten, eleven] = [new Date("2026-03-01T10:00:00Z"), new Date("2026-03-01T11:00:00Z")];
  expect(await countsOf(organization.id)).toMatchObject([
    { hour: ten, status: "processed", count: 2 },
    { hour: ten, status: "failed", count: 1 },
    { hour: eleven, status: "failed", count: 1 },
  ]);

  await move([event("processed", "failed"), event("failed", "failed")]);
  expect(await countsOf(organization.id)).toMatchObject([
    { status: "processed", count: 3 },
    { status: "failed", count: 0 },
    { hour: eleven, status: "failed", count: 1 },
  ]);

  await move([event("pending", "failed"), event("pending", "dead")]);
  expect((await countsOf(organization.id)).map(({ count }) => count)).toEqual([3, 0, 0, 1]);
});

test("two who move the same counts in opposite orders never wait for each other in a circle", async () => {
  const organization = await anOrganization();
  const connections = await Promise.all([aConnection(organization), aConnection(organization)]);
  const moves = connections.map(({ id }) => ({
    organizationId: organization.id,
    connectionId: id,
    provider: "facebook" as const,
    eventType: "messages",
    receivedAt: new Date(),
    from: null,
    to: "processed" as const,
  }));

  const rounds = 40;
  await Promise.all(
    Array.from({ length: rounds }, (_, round) => move(round % 2 === 0 ? moves : moves.toReversed())),
  );

  expect((await countsOf(organization.id)).map(({ count }) => count)).toEqual([rounds, rounds]);
});
