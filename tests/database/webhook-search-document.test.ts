import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { isFoundBy } from "#lib/webhooks/is-found-by.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { searchDays } from "#lib/webhooks/search-days.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);

async function found(organizationId: string, typed: string): Promise<string[]> {
  const now = new Date();
  const rows = await asSystem((tx) =>
    tx
      .select({ summary: webhookEvents.summary })
      .from(webhookEvents)
      .where(
        and(
          eq(webhookEvents.organizationId, organizationId),
          isFoundBy(typed, searchDays(organizationId, now, now)),
        ),
      ),
  );
  return rows.map(({ summary }) => summary ?? "");
}

test("an event is found by words of its message, by its customer and by its ids, in its own organization", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
  const [ours, theirs] = await Promise.all([aConnection(acme), aConnection(globex)]);
  const told = "Message from a customer: “Do you bake sourdough on Sundays?”";
  for (const { id, externalId } of [ours, theirs]) {
    const said = { mid: `m_Seeded-${externalId}`, text: "Do you bake sourdough on Sundays?" };
    await receive(metaRequest(messageTo(externalId, said)));
    await processPending(id);
  }

  for (const typed of [
    "sourdough",
    "SOURD",
    "bake sunday",
    "6500000000000001",
    `m_seeded-${ours.externalId}`,
    ours.externalId,
    `${ours.externalId}:messages:m_Seeded-${ours.externalId}`,
  ]) {
    expect([typed, await found(acme.id, typed)]).toEqual([typed, [told]]);
  }
  for (const typed of [
    "croissant",
    "ourdough",
    "sourdough croissant",
    theirs.externalId,
    `m_seeded-${theirs.externalId}`,
  ]) {
    expect([typed, await found(acme.id, typed)]).toEqual([typed, []]);
  }
});

test("running an event again leaves the index alone, unless it is told otherwise", async () => {
  const page = await aConnection(await anOrganization());
  await receive(metaRequest(messageTo(page.externalId)));
  await processPending(page.id);
  // Not what would be written: whatever is written shows.
  const again = () => sql`
    update webhook_events set status = 'pending', search = 'untouched'::tsvector where connection_id = ${page.id}`;
  const isUntouched = async () => {
    const [event] = await sql`
      select search = 'untouched'::tsvector as it_is from webhook_events where connection_id = ${page.id}`;
    return event?.it_is;
  };

  await again();
  await processPending(page.id);
  expect(await isUntouched()).toBe(true);

  await again();
  await processPending(page.id, () => ({ label: String, interpret: () => ({ summary: "Told otherwise." }) }));
  expect(await isUntouched()).toBe(false);
});
