import { randomBytes } from "node:crypto";
import { now } from "../clock.ts";
import { postEvent, type SignedHow } from "./post-event.ts";
import { encryptedToken } from "./signature.ts";
import type { Zoom } from "./zoom.ts";

type Challenge = { plainToken?: string | undefined; how?: SignedHow };
export type Validation = { ok: boolean; status: number | null; answer: string; outcome: string };

const failuresUntilDisabled = 6;

/** Asks the app to prove the secret, as Zoom does at set-up and every 72 hours. */
export async function validateUrl(
  { sandbox, state }: Pick<Zoom, "sandbox" | "state">,
  { plainToken = randomBytes(16).toString("base64url"), how = "good" }: Challenge = {},
): Promise<Validation> {
  const { zoom: app } = sandbox.config;
  if (!app.webhookUrl)
    return { ok: false, status: null, answer: "", outcome: "the app has no webhook address" };

  const body = JSON.stringify({
    event: "endpoint.url_validation",
    payload: { plainToken },
    event_ts: Date.now(),
  });
  const { status, answer, outcome } = await postEvent(app.webhookUrl, body, app, how);
  const ok =
    status === 200 && isProof(answer, plainToken, encryptedToken(app.webhookSecretToken, plainToken));

  // What is forged is not Zoom's own asking: it says nothing about the webhook.
  if (how === "good") {
    state.webhook.failedValidations = ok ? 0 : state.webhook.failedValidations + 1;
    if (ok) Object.assign(state.webhook, { validatedAt: now(), disabled: false });
    const hasPassedBefore = state.webhook.validatedAt !== null;
    if (hasPassedBefore && state.webhook.failedValidations >= failuresUntilDisabled)
      state.webhook.disabled = true;
  }
  return { ok, status, answer, outcome };
}

function isProof(answer: string, plainToken: string, encrypted: string): boolean {
  try {
    const told = JSON.parse(answer) as { plainToken?: unknown; encryptedToken?: unknown };
    return told.plainToken === plainToken && told.encryptedToken === encrypted;
  } catch {
    return false;
  }
}
