import { beforeAll, expect, test } from "vitest";
import { conversationFigures } from "#lib/conversations/conversation-figures.ts";
import { asUser } from "#lib/db/as-user.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

let acme: Organization;
let globex: Organization;
beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
});

const read = (organization: Organization, reader: { userId: string }, from: string, to: string) =>
  asUser(reader, (tx) => conversationFigures(tx, organization.id, { from, to }));

test("an organization's members read its figures and no one else does", async () => {
  const page = await aConnection(acme);
  await sql`
    insert into message_counts (organization_id, date, connection_id, received, sent, started)
    values (${acme.id}, '2026-03-02', ${page.id}, 3, 2, 1)`;
  await sql`
    insert into first_replies (organization_id, connection_id, contact, asked_at, answered_at, answered_by, open_seconds)
    values (${acme.id}, ${page.id}, 'a', '2026-03-02T10:00Z', '2026-03-02T10:10Z', null, 600),
      (${acme.id}, ${page.id}, 'b', '2026-03-02T10:00Z', '2026-03-04T10:00Z', ${acme.owner.userId}, 1200),
      (${acme.id}, ${page.id}, 'c', '2026-03-02T10:00Z', null, null, null)`;

  const figures = await read(acme, acme.viewer, "2026-03-01", "2026-03-03");
  expect(figures).toMatchObject({
    days: [
      { date: "2026-03-01", received: 0, sent: 0, started: 0 },
      { date: "2026-03-02", received: 3, sent: 2, started: 1 },
      { date: "2026-03-03", received: 0 },
    ],
    received: 3,
    replies: { answered: 2, unanswered: 1, medianSeconds: 900, p90Seconds: 1140, withinDay: 1, decided: 3 },
    channels: [
      { connectionId: page.id, provider: "facebook", received: 3, replies: { answered: 2 }, delivery: null },
    ],
    delivery: null,
    since: "2026-03-02",
  });
  expect(figures.people).toMatchObject([
    { userId: acme.owner.userId, replies: { answered: 1, medianSeconds: 1200 } },
    { userId: null, replies: { answered: 1, medianSeconds: 600 } },
  ]);
  expect(await read(acme, globex.owner, "2026-03-01", "2026-03-03")).toMatchObject({
    received: 0,
    channels: [],
    since: null,
  });
});
