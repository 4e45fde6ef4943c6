import { expect, test } from "vitest";
import { listRecentEvents } from "#lib/connections/recent-events.ts";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { messageTo, metaRequest } from "#tests/support/meta-delivery.ts";

const receive = receiver(metaWebhook);

test("a connection shows its last events, their kind in plain words, to its own organization", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  const [connection, other] = [await aConnection(acme), await aConnection(acme)];
  for (let number = 0; number < 9; number++) {
    await receive(metaRequest(messageTo(connection.externalId, { mid: `m_${number}`, text: "Hola" })));
  }
  await receive(metaRequest(messageTo(other.externalId, { mid: "m_other", text: "Hola" })));

  const events = await listRecentEvents(acme.viewer, connection.id);
  expect(events).toHaveLength(8);
  expect(events[0]).toEqual({
    id: expect.any(String),
    receivedAt: expect.any(Date),
    label: "Message received",
    summary: null,
    status: "pending",
  });
  expect(await listRecentEvents(acme.viewer, other.id)).toHaveLength(1);
  expect(await listRecentEvents(globex.owner, connection.id)).toEqual([]);
});
