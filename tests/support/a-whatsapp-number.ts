import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import type { AppCredentials } from "#lib/providers/connect-contract.ts";
import { answerHandshake } from "#lib/providers/meta/handshake.ts";
import { whatsapp } from "#lib/providers/whatsapp/whatsapp.ts";
import { setting } from "#lib/setting.ts";
import { control, sandboxUrl } from "./sandbox.ts";

/** Our registration at Meta, as the sandbox knows it, reachable at `publicUrl`. */
export function whatsappApp(publicUrl: string): AppCredentials {
  const app = whatsapp.app(setting);
  if (!app) throw new Error("WhatsApp is not set up");
  return { ...app, publicUrl };
}

/** A new WhatsApp account with so many numbers, and a system user's token that reaches it. */
export async function aWhatsappAccount(numbers = 1, name = "Harbour Bakery") {
  const made = await control<{
    accountId: string;
    numbers: { id: string; displayPhoneNumber: string }[];
    token: string;
  }>("whatsapp/accounts", { name, numbers: Array.from({ length: numbers }, () => ({})) });
  const [first] = made.numbers;
  if (!first) throw new Error("no number was made");
  return {
    wabaId: made.accountId,
    numbers: made.numbers,
    token: made.token,
    account: { externalId: first.id, secrets: { accessToken: made.token, wabaId: made.accountId } },
  };
}

/** A server that answers Meta's handshake and nothing else; how often it was asked is counted. */
export async function aWebhookAddress(verifyToken = process.env.META_WEBHOOK_VERIFY_TOKEN) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    asked.push(url.pathname);
    const reading = answerHandshake(url, verifyToken);
    const answer = reading.kind === "answer" ? reading : { status: 403, headers: {}, body: "" };
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Which WhatsApp accounts send their events to the app, and where to instead of the app's own webhook. */
export async function whatsappState() {
  const state = (await (await fetch(`${sandboxUrl}/control/state`)).json()) as {
    whatsapp: {
      subscriptions: Record<string, { override: { url: string } | null }>;
      numbers: Record<string, { override: { url: string } | null }>;
    };
  };
  return state.whatsapp;
}
