import "server-only";
import { env } from "#lib/env.ts";
import type { Landing } from "./answer-attempt.ts";

/**
 * Where a person goes on after the dialog. An installation may send finished and failed attempts to pages of its own; what
 * is still to be chosen always happens here.
 */
export function landingAddress(provider: string, landing: Landing): string {
  if (landing.kind === "nowhere") {
    const { problem, reason } = landing;
    const about = { provider, problem, ...(reason && { reason }) };
    return elsewhere(env.OAUTH_ERROR_URL, about) ?? `/connect-problem?${new URLSearchParams(about)}`;
  }
  const { kind, slug, attemptId } = landing;
  if (kind === "choose") return attemptPath(slug, attemptId);
  return finishedAddress(provider, { slug, attemptId, isConnected: kind === "finished" });
}

/** Where a person goes on once an attempt is over. */
export function finishedAddress(
  provider: string,
  { slug, attemptId, isConnected }: { slug: string; attemptId: string; isConnected: boolean },
): string {
  const address = isConnected ? env.OAUTH_SUCCESS_URL : env.OAUTH_ERROR_URL;
  const about = { provider, organization: slug, ...(!isConnected && { problem: "not-connected" }) };
  return elsewhere(address, about) ?? attemptPath(slug, attemptId);
}

const attemptPath = (slug: string, attemptId: string) => `/o/${slug}/connections/choose/${attemptId}`;

function elsewhere(address: string | undefined, about: Record<string, string>): string | null {
  if (!address) return null;
  const url = new URL(address);
  for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value);
  return url.href;
}
