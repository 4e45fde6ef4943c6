import { randomBytes } from "node:crypto";
import type { Attempt } from "../state/types.ts";
import { zoomSignature } from "./signature.ts";

export type SignedHow = "good" | "bad" | "none";

/** Zoom waits three seconds for an answer. */
const timeoutMs = 3_000;

type App = { webhookSecretToken: string; clientId: string };

/** One try, signed at the moment it is made: a retry carries a timestamp of its own. */
export async function postEvent(
  url: string,
  body: string,
  { webhookSecretToken, clientId }: App,
  how: SignedHow = "good",
): Promise<Attempt & { answer: string }> {
  const at = Date.now();
  const timestamp = String(Math.floor(at / 1000));
  const secret = how === "bad" ? `not ${webhookSecretToken}` : webhookSecretToken;
  const signed: Record<string, string> =
    how === "none"
      ? {}
      : { "x-zm-request-timestamp": timestamp, "x-zm-signature": zoomSignature(secret, timestamp, body) };
  const measured = (outcome: string, status: number | null, answer = "") => ({
    at,
    durationMs: Date.now() - at,
    outcome,
    status,
    answer,
  });

  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Zoom Marketplace/1.0a",
        "x-zm-trackingid": `WEB_${randomBytes(16).toString("hex")}`,
        clientid: clientId,
        ...signed,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, ok } = response;
    return measured(ok ? "accepted" : `answered ${status}`, status, (await response.text()).slice(0, 5_000));
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return measured(isLate ? "no answer within 3 s" : "could not connect", null);
  }
}
