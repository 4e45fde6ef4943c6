import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import type { WebhookDoor } from "#lib/webhooks/doors.ts";

let doors: Map<string, WebhookDoor> | undefined;

const server = createServer(async (incoming, outgoing) => {
  // Loaded with the first call, when the environment is complete.
  const [{ webhookDoors }, { mount }] = await Promise.all([
    import("#lib/webhooks/doors.ts"),
    import("#lib/front/mount.ts"),
  ]);
  doors ??= webhookDoors();
  const door = doors.get(new URL(incoming.url ?? "/", "http://localhost").pathname);
  if (!door) return void outgoing.writeHead(404).end();
  await mount(door.answers)(incoming, outgoing);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Where this test file's webhook doors are really reached; what reads the environment does so later. */
export const publicAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.APP_URL = publicAddress;
