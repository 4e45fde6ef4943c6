import { answerAttempt } from "#lib/connections/answer-attempt.ts";
import { beginAttempt } from "#lib/connections/begin-attempt.ts";
import { describeAttempt } from "#lib/connections/describe-attempt.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { zoom } from "#lib/providers/zoom/zoom.ts";
import { setting } from "#lib/setting.ts";
import { control, sandboxUrl } from "./sandbox.ts";

const redirectUri = `${process.env.APP_URL}/api/oauth/zoom/callback`;

/** Our registration at Zoom, as the sandbox knows it. */
export function zoomApp() {
  const app = zoom.app(setting);
  if (!app) throw new Error("Zoom is not set up");
  return app;
}

/** A new person at Zoom; ids are the sandbox's. */
export function aZoomUser(
  more: { firstName?: string; plan?: "basic" | "licensed"; accountId?: string; weeks?: number } = {},
) {
  return control<{ userId: string; accountId: string; email: string }>("zoom/users", {
    plan: "licensed",
    ...more,
  });
}

type Consent = { without?: string[]; decision?: string };

/** Goes through the consent page as that person, and returns where it sends them back to. */
export async function zoomConsent(
  dialogUrl: URL,
  userId: string,
  { without = [], decision = "allow" }: Consent = {},
): Promise<URL> {
  const form = new URLSearchParams(dialogUrl.searchParams);
  form.set("user", userId);
  form.set("decision", decision);
  for (const { scope } of zoom.scopes) if (!without.includes(scope)) form.append("scope", scope);

  const response = await fetch(dialogUrl, { method: "POST", body: form, redirect: "manual" });
  const location = response.headers.get("location");
  if (!location?.startsWith(redirectUri)) throw new Error(`${response.status} ${await response.text()}`);
  return new URL(location);
}

/** A whole attempt to connect, through the consent page and back; how it ended. */
export async function anAttemptAtZoom(
  member: Member,
  userId: string,
  { reconnect, ...consent }: Consent & { reconnect?: string } = {},
) {
  const browserSecret = "this browser";
  const begun = await beginAttempt(member, { provider: "zoom", reconnect, askAgain: false, browserSecret });
  if (!begun.ok) throw new Error(begun.error);

  const { searchParams: query } = await zoomConsent(begun.value, userId, consent);
  const landing = await answerAttempt(member, { provider: "zoom", query, browserSecret, visitor: {} });
  if (landing.kind === "nowhere") return { landing: landing.kind, problem: landing.problem, outcome: null };
  const view = await describeAttempt(member, landing.attemptId);
  return { landing: landing.kind, problem: null, outcome: view?.outcome ?? null };
}

/** Really connects that person's account; the connection's id. */
export async function connectedZoom(member: Member, userId: string, consent: Consent = {}): Promise<string> {
  const { outcome } = await anAttemptAtZoom(member, userId, consent);
  const connectionId = outcome?.kind === "finished" ? outcome.accounts[0]?.connectionId : undefined;
  if (!connectionId) throw new Error(JSON.stringify(outcome));
  return connectionId;
}

type ZoomState = {
  refreshes: Record<string, { asked: number; rotated: number; refused: number }>;
  deliveries: { id: string; userId: string | null; status: string; note: string | null; body: string }[];
};

/** What Zoom remembers at this moment. */
export async function zoomState(): Promise<ZoomState> {
  const state = (await (await fetch(`${sandboxUrl}/control/state`)).json()) as { zoom: ZoomState };
  return state.zoom;
}
