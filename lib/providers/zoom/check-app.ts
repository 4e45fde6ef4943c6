import type { AppCredentials, HealthLine } from "../connect-contract.ts";
import { callOAuth } from "./call-oauth.ts";

/**
 * Whether Zoom knows our client ID and secret: asked with a token that cannot exist, so that a refusal of the token, and not of
 * the client, is the good answer.
 */
export async function checkZoomApp(app: AppCredentials): Promise<HealthLine[]> {
  const line = { id: "client", title: "Client ID and secret" };
  const form = { grant_type: "refresh_token", refresh_token: "none" };
  const answer = await callOAuth(app, "token", form, "token");
  if (answer.ok || ["reauthorize", "rejected"].includes(answer.error.kind)) {
    return [{ ...line, verdict: "good", reason: "Zoom knows this installation." }];
  }
  const { kind, sentence, nextStep } = answer.error;
  return [
    { ...line, verdict: kind === "misconfigured" ? "bad" : "unknown", reason: `${sentence} ${nextStep}` },
  ];
}
