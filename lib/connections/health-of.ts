import "server-only";
import type { ConnectProvider, HealthLine, HealthReport } from "#lib/providers/connect-contract.ts";
import { healthReport } from "#lib/providers/health-report.ts";
import type { Result } from "#lib/result.ts";
import { appOf } from "./app-of.ts";
import type { Credentials } from "./read-credentials.ts";

type Subject = { externalId: string; lastEventAt: Date | null; connectedAt: Date };

/** The platform's checklist for a connection, and ours beside it: whether its secrets can be opened, and when it last spoke. */
export async function healthOf(
  provider: ConnectProvider,
  { externalId, lastEventAt }: Subject,
  credentials: Result<Credentials, "none" | "unreadable">,
): Promise<HealthReport> {
  if (!credentials.ok) return alone("bad", missingAccess[credentials.error]);

  const app = appOf(provider);
  if (!app) return alone("unknown", `${provider.name} is no longer set up in this installation.`);

  const report = await provider.check(app, { externalId, secrets: credentials.value.secrets });
  return { ...report, lines: [...report.lines, lastEventLine(lastEventAt)] };
}

const missingAccess = {
  none: "No access is stored any more. Reconnect it.",
  unreadable:
    "The stored access cannot be opened with this installation's keys. Put the former key back into TOKEN_ENCRYPTION_KEYS, or reconnect it.",
};

function alone(verdict: "bad" | "unknown", reason: string): HealthReport {
  return healthReport([{ id: "token", verdict, title: "Access", reason }], null, null);
}

/** Silence is told and not judged: a quiet week is normal for some accounts. */
function lastEventLine(lastEventAt: Date | null): HealthLine {
  return {
    id: "last_event",
    verdict: "good",
    title: "Last event",
    reason: lastEventAt
      ? `The last event came on ${lastEventAt.toISOString().slice(0, 10)}.`
      : "No event has come yet.",
  };
}
