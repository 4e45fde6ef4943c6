import "server-only";
import type { ConnectProvider, HealthReport } from "#lib/providers/connect-contract.ts";
import { healthReport } from "#lib/providers/health-report.ts";
import type { Result } from "#lib/result.ts";
import { appOf } from "./app-of.ts";
import type { Credentials } from "./read-credentials.ts";

/** The platform's checklist for a connection; where its secrets cannot even be opened, that is the checklist. */
export async function healthOf(
  provider: ConnectProvider,
  externalId: string,
  credentials: Result<Credentials, "none" | "unreadable">,
): Promise<HealthReport> {
  if (!credentials.ok) return alone("bad", missingAccess[credentials.error]);

  const app = appOf(provider);
  if (!app) return alone("unknown", `${provider.name} is no longer set up in this installation.`);

  return provider.check(app, { externalId, secrets: credentials.value.secrets });
}

const missingAccess = {
  none: "No access is stored any more. Reconnect it.",
  unreadable:
    "The stored access cannot be opened with this installation's keys. Put the former key back into TOKEN_ENCRYPTION_KEYS, or reconnect it.",
};

function alone(verdict: "bad" | "unknown", reason: string): HealthReport {
  return healthReport([{ id: "token", verdict, title: "Access", reason }], null, null);
}
