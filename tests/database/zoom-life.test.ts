import { expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { anAttemptAtZoom, aZoomUser, connectedZoom, zoomState } from "#tests/support/a-zoom-account.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { control } from "#tests/support/sandbox.ts";

async function aConnectedUser() {
  const acme = await anOrganization();
  const user = await aZoomUser();
  return { acme, ...user, connectionId: await connectedZoom(acme.admin, user.userId) };
}

test("access whose hour is over is renewed by whoever needs it, and the connection stays well", async () => {
  const { acme, userId, connectionId } = await aConnectedUser();
  await control(`zoom/users/${userId}/expire`);

  expect(await checkConnection(connectionId, "person")).toMatchObject({ status: "healthy" });
  expect((await zoomState()).refreshes[userId]).toEqual({ asked: 1, rotated: 1, refused: 0 });
  expect(await findConnection(acme.viewer, connectionId)).toMatchObject({ status: "healthy" });
});

test("a second sign-in elsewhere breaks the connection, with that as its reason, until it is connected again", async () => {
  const { acme, userId, connectionId } = await aConnectedUser();
  const globex = await anOrganization();
  await anAttemptAtZoom(globex.admin, userId);

  await checkConnection(connectionId, "error");
  expect(await findConnection(acme.viewer, connectionId)).toMatchObject({
    status: "broken",
    statusReason: expect.stringMatching(/connected again in another place/),
  });

  await anAttemptAtZoom(acme.admin, userId, { reconnect: connectionId });
  expect(await findConnection(acme.viewer, connectionId)).toMatchObject({ status: "healthy" });
});

test("an outage at Zoom breaks nothing", async () => {
  const { acme, userId, connectionId } = await aConnectedUser();
  await control(`zoom/users/${userId}/expire`);
  await control("zoom/refreshes/fail", { userId, count: 1 });

  await checkConnection(connectionId, "person");
  expect(await findConnection(acme.viewer, connectionId)).toMatchObject({ status: "healthy" });
  expect(await sql`select 1 from connection_credentials where connection_id = ${connectionId}`).toHaveLength(
    1,
  );
});

test("disconnecting takes the grant back at Zoom, even when the hour of its access is over", async () => {
  const { acme, userId, connectionId } = await aConnectedUser();
  await control(`zoom/users/${userId}/expire`);
  await disconnect(acme.admin, connectionId);
  await revoke(connectionId, 0);

  const channels = await (await fetch(`${process.env.PROVIDER_SANDBOX_URL}/control/channels`)).json();
  const zoom = channels.channels.find(({ id }: { id: string }) => id === "zoom");
  expect(zoom.accounts).toContainEqual(expect.objectContaining({ id: userId, connected: false }));
  expect(await sql`select 1 from connection_credentials where connection_id = ${connectionId}`).toEqual([]);
});
