import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { mount } from "#lib/front/mount.ts";
import type { WebhookSender } from "#lib/providers/contract.ts";
import { deliveryAnswers } from "#lib/webhooks/delivery-answers.ts";

/** A sender's door on a port of its own, for a sandbox to post to; its address. */
export async function openWebhookDoor(sender: WebhookSender): Promise<string> {
  const door = mount(deliveryAnswers(sender), 2_000);
  const server = createServer((incoming, outgoing) => void door(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${sender.paths[0]}`;
}
