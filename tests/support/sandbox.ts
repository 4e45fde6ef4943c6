import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";

/** A provider sandbox of this test file's own, on a free port. The app under test finds it in its environment. */
export const sandboxUrl = await start();
process.env.PROVIDER_SANDBOX_URL = sandboxUrl;

const callbackUrl = `${process.env.APP_URL}/api/oauth/facebook/callback`;

async function start(): Promise<string> {
  const child = spawn(process.execPath, ["sandbox/server.ts"], {
    env: {
      NODE_ENV: "test",
      SANDBOX_PORT: "0",
      SANDBOX_META_APP_ID: process.env.META_APP_ID,
      SANDBOX_META_APP_SECRET: process.env.META_APP_SECRET,
      SANDBOX_META_VERIFY_TOKEN: process.env.META_WEBHOOK_VERIFY_TOKEN,
      SANDBOX_META_CALLBACK_URL: `${process.env.APP_URL}/api/webhooks/meta`,
      SANDBOX_META_REDIRECT_URIS: `${process.env.APP_URL}/api/oauth/facebook/callback`,
      SANDBOX_INSTAGRAM_APP_ID: process.env.INSTAGRAM_APP_ID,
      SANDBOX_INSTAGRAM_APP_SECRET: process.env.INSTAGRAM_APP_SECRET,
      SANDBOX_INSTAGRAM_REDIRECT_URIS: `${process.env.APP_URL}/api/oauth/instagram/callback`,
      SANDBOX_ZOOM_CLIENT_ID: process.env.ZOOM_CLIENT_ID,
      SANDBOX_ZOOM_CLIENT_SECRET: process.env.ZOOM_CLIENT_SECRET,
      SANDBOX_ZOOM_WEBHOOK_SECRET_TOKEN: process.env.ZOOM_WEBHOOK_SECRET_TOKEN,
      SANDBOX_ZOOM_REDIRECT_URIS: `${process.env.APP_URL}/api/oauth/zoom/callback`,
      // Set by a test that opened a door for it before this was imported.
      SANDBOX_ZOOM_WEBHOOK_URL: process.env.SANDBOX_ZOOM_WEBHOOK_URL,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  afterAll(() => {
    child.kill();
  });

  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^sandbox ready on (\S+)$/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error("the sandbox did not start");
}

/** Breaks or arranges something at the platforms (`/control`, see the sandbox's README). */
export async function control<Answer>(path: string, body: object = {}): Promise<Answer> {
  const response = await fetch(`${sandboxUrl}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

export type SandboxState = {
  people: Record<string, unknown>;
  grants: Record<string, { pageIds: string[] }>;
  subscriptions: Record<string, string[]>;
};

/** What the platforms know at this moment. */
export async function sandboxState(): Promise<SandboxState> {
  return (await (await fetch(`${sandboxUrl}/control/state`)).json()) as SandboxState;
}

type PageAtFacebook = { name: string; tasks?: string[]; viaPortfolio?: boolean };

/** A person at Facebook with Pages of their own; ids are the sandbox's. */
export async function aFacebookPerson(pages: (string | PageAtFacebook)[], more: object = {}) {
  const name = `Person ${crypto.randomUUID().slice(0, 8)}`;
  const shaped = pages.map((page) => (typeof page === "string" ? { name: page } : page));
  const { personId, pages: made } = await control<{
    personId: string;
    pages: { id: string; name: string }[];
  }>("people", { name, pages: shaped, ...more });
  return { personId, pageIds: made.map(({ id }) => id) };
}

type Consent = {
  personId: string;
  pageIds?: string[];
  without?: string[];
  decision?: string;
};

/** Goes through the dialog as that person would, and returns the query it sends them back with. */
export async function consent(
  dialogUrl: URL,
  { personId, pageIds = [], without = [], decision = "continue" }: Consent,
): Promise<URLSearchParams> {
  const form = new URLSearchParams(dialogUrl.searchParams);
  form.set("person", personId);
  form.set("decision", decision);
  for (const scope of (dialogUrl.searchParams.get("scope") ?? "").split(",")) {
    form.append("offered", scope);
    if (!without.includes(scope)) form.append("permission", scope);
  }
  for (const id of pageIds) form.append("page", id);

  const response = await fetch(dialogUrl, { method: "POST", body: form, redirect: "manual" });
  const location = response.headers.get("location");
  if (!location?.startsWith(callbackUrl)) throw new Error(`${response.status} ${await response.text()}`);
  return new URL(location).searchParams;
}
