import { describe, expect, test } from "vitest";
import { findConnection } from "#lib/connections/queries.ts";
import { zoomWebhook } from "#lib/providers/zoom/webhook.ts";
import { processPending } from "#lib/webhooks/process.ts";
import { flushRejections } from "#lib/webhooks/rejections.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { openWebhookDoor } from "#tests/support/webhook-door.ts";

// The sandbox is told where to post when it starts, which importing it does.
process.env.SANDBOX_ZOOM_WEBHOOK_URL = await openWebhookDoor(zoomWebhook);
const { control } = await import("#tests/support/sandbox.ts");
const { aZoomUser, connectedZoom, zoomState } = await import("#tests/support/a-zoom-account.ts");

type Deliveries = { deliveryIds: string[] };
type Answered = { status: number; body: string };

/** Lets it happen at Zoom, and waits until every delivery of it has been answered with a 200. */
async function happens(userId: string, kind: string, text = ""): Promise<string[]> {
  const { deliveryIds } = await control<Deliveries>("events", {
    channel: "zoom",
    accountId: userId,
    kind,
    text,
  });
  await delivered(deliveryIds);
  return deliveryIds;
}

async function delivered(ids: readonly string[]) {
  await eventually(async () => {
    const { deliveries } = await zoomState();
    const statuses = ids.map((id) => deliveries.find((delivery) => delivery.id === id)?.status);
    expect(statuses).toEqual(ids.map(() => "delivered"));
  });
}

const eventsOf = (connectionId: string) =>
  sql`select * from webhook_events where connection_id = ${connectionId} order by received_at, id`;

async function aConnectedUser() {
  const acme = await anOrganization();
  const user = await aZoomUser();
  return { acme, ...user, connectionId: await connectedZoom(acme.admin, user.userId) };
}

describe("what happens at Zoom", () => {
  test("arrives once each, at the connection of the meeting's host, told in words", async () => {
    const { acme, userId, connectionId } = await aConnectedUser();
    const bystander = await aConnectedUser();
    for (const kind of [
      "created",
      "started",
      "joined",
      "left",
      "ended",
      "recording",
      "updated",
      "deleted",
      "unknown",
    ]) {
      await happens(userId, kind, kind === "joined" ? "Bo Guest" : kind === "left" ? "" : "Standup");
    }
    await processPending(connectionId);

    const events = await eventsOf(connectionId);
    expect(events.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(/^“Standup” was planned for .+\.$/),
      "“Standup” started.",
      "Bo Guest joined “Standup”.",
      "Bo Guest left “Standup”.",
      expect.stringMatching(/^“Standup” ended/),
      "The recording of “Standup” is ready, 1 file.",
      "“Standup” was changed: topic.",
      "“Standup” was deleted.",
      "An event of a kind that is not handled yet: meeting.hologram_projected.",
    ]);
    expect(events.every((event) => event.organization_id === acme.id && event.verified_with === "zoom")).toBe(
      true,
    );
    expect(await eventsOf(bystander.connectionId)).toEqual([]);
  });

  test("is stored without what opens a meeting or a recording", async () => {
    const { userId, connectionId } = await aConnectedUser();
    await happens(userId, "created");
    await happens(userId, "recording");
    const { deliveries } = await zoomState();
    const sent = deliveries
      .filter((delivery) => delivery.userId === userId)
      .map(({ body }) => JSON.parse(body));
    const token = sent.find(({ download_token }) => download_token)?.download_token;
    const stored = JSON.stringify(await eventsOf(connectionId));

    expect(token).toMatch(/^eyJ/);
    expect(stored).not.toContain(token);
    expect(stored).not.toMatch(/"password"|passcode|pwd=|x-zm-signature/);
    expect(stored).toContain("join_url");
  });

  test("and is sent again is stored once, and counted", async () => {
    const { userId, connectionId } = await aConnectedUser();
    const [id = ""] = await happens(userId, "started");
    const { deliveryId } = await control<{ deliveryId: string }>(`zoom/deliveries/${id}/duplicate`);
    await delivered([deliveryId]);

    await eventually(async () => expect(await eventsOf(connectionId)).toMatchObject([{ duplicates: 1 }]));
  });

  test("and comes in the wrong order keeps the moments at which it happened", async () => {
    const { userId, connectionId } = await aConnectedUser();
    await happens(userId, "swapped");
    const [ended, started] = await eventsOf(connectionId);
    expect([ended?.event_type, started?.event_type]).toEqual(["meeting.ended", "meeting.started"]);
    expect(ended?.occurred_at.getTime()).toBeGreaterThan(started?.occurred_at.getTime());
  });
});

describe("the question whether the address is ours", () => {
  const validate = (more: object = {}) =>
    control<{ ok: boolean; status: number; answer: string }>("zoom/webhook/validate", more);

  test("is answered to Zoom, and stored as no event", async () => {
    expect(await validate()).toMatchObject({ ok: true, status: 200 });
    expect(await sql`select 1 from webhook_events where event_type like 'endpoint%'`).toEqual([]);
  });

  test.each(["bad", "none"])("is not answered with a %s signature", async (signature) => {
    const { ok, status, answer } = await validate({ signature });
    expect({ ok, status }).toEqual({ ok: false, status: 401 });
    expect(answer).not.toContain("encryptedToken");
  });

  test("signs no delivery, even for Zoom", async () => {
    expect(await validate({ plainToken: "v0:1795248005:{}" })).toMatchObject({ ok: false, status: 400 });
  });
});

describe("what is not Zoom's", () => {
  test("is refused and counted, and stored nowhere", async () => {
    const body = {
      event: "meeting.started",
      event_ts: Date.now(),
      payload: { object: { host_id: "forged" } },
    };
    for (const signature of ["bad", "none"]) {
      expect(await control<Answered>("zoom/deliver", { body, signature })).toMatchObject({ status: 401 });
    }
    await flushRejections();
    const counted = await sql`select distinct reason from webhook_rejections where sender = 'zoom'`;
    expect(counted.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["bad_signature", "missing_signature"]),
    );
    expect(await sql`select 1 from webhook_events where account_external_id = 'forged'`).toEqual([]);
  });

  test("in what Zoom signed is refused by its shape alone", async () => {
    expect(await control<Answered>("zoom/deliver", { body: "{" })).toMatchObject({ status: 400 });
    expect(await control<Answered>("zoom/deliver", { body: "{}" })).toMatchObject({ status: 200 });
  });
});

describe("a person who removes the app at Zoom", () => {
  const remove = async (userId: string) => {
    const { deliveryId } = await control<{ deliveryId: string }>(`zoom/users/${userId}/remove-app`);
    await delivered([deliveryId]);
  };

  test("leaves the connection broken, with the reason, and no token behind", async () => {
    const { acme, userId, connectionId } = await aConnectedUser();
    const sibling = await aConnectedUser();
    await remove(userId);
    await processPending(connectionId);

    expect(await eventsOf(connectionId)).toMatchObject([
      {
        event_type: "app_deauthorized",
        status: "processed",
        summary: "The person removed this app at Zoom.",
      },
    ]);
    expect(await findConnection(acme.viewer, connectionId)).toMatchObject({
      status: "broken",
      statusReason: expect.stringMatching(/removed this app/),
    });
    expect(await sql`select 1 from connection_credentials where connection_id = ${connectionId}`).toEqual([]);
    expect(await findConnection(sibling.acme.viewer, sibling.connectionId)).toMatchObject({
      status: "healthy",
    });
  });

  test("at another app that shares the address changes nothing here", async () => {
    const { acme, userId, connectionId } = await aConnectedUser();
    const payload = { user_id: userId, account_id: "acc", client_id: "another app" };
    const body = { event: "app_deauthorized", event_ts: Date.now(), payload };
    expect(await control<Answered>("zoom/deliver", { body })).toMatchObject({ status: 200 });

    expect(await eventsOf(connectionId)).toEqual([]);
    expect(await findConnection(acme.viewer, connectionId)).toMatchObject({ status: "healthy" });
  });
});
