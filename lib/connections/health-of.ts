import "server-only";
import type { HealthReport, ProviderFault } from "#lib/providers/connect-contract.ts";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { healthReport } from "#lib/providers/health-report.ts";
import { type Limit, withLimits } from "#lib/providers/limits.ts";
import { accessFault } from "./access-fault.ts";
import { pauseIfAsked } from "./pause.ts";
import { renewAccess } from "./renew-access.ts";
import type { StoredAccess } from "./stored-access.ts";

/** What a look at the platform gave. `version`: of the secrets it was made with, null when there are none to be had. */
export type Health = { report: HealthReport; version: string | null; limit: Limit | null };

/**
 * The platform's checklist for a connection, asked with access that is renewed first if need be. Access that the platform
 * refuses is renewed once before it counts as ended. `paused`: the platform wants to be left alone until then.
 */
export async function healthOf(
  connectionId: string,
  { isUrgent }: { isUrgent: boolean },
): Promise<Health | { paused: Date }> {
  const opened = await renewAccess(connectionId);
  if (!opened.ok) {
    const version = null;
    return { report: accessReport(accessFault(opened.error)), version, limit: null };
  }
  const { access, fault } = opened.value;
  if (access.pause && !isUrgent) return { paused: access.pause.until };
  if (fault) return { report: accessReport(fault), version: access.version, limit: null };

  const first = await look(access);
  const isAccessRefused = first.report.lines.some(({ id, verdict }) => id === "token" && verdict === "bad");
  if (!isAccessRefused || !access.provider.renewal) return first;

  const renewed = await renewAccess(connectionId, access.version);
  if (!renewed.ok || (!renewed.value.fault && renewed.value.access.version === access.version)) return first;
  if (!renewed.value.fault) return look(renewed.value.access);
  return { ...first, report: accessReport(renewed.value.fault) };
}

async function look(access: StoredAccess): Promise<Health> {
  const { provider, app, account, version } = access;
  const { value: report, limit } = await withLimits(() => provider.check(app, account));
  await pauseIfAsked(access, limit, null);
  return { report, version, limit };
}

/** Where there is no access to ask with, that is the checklist. */
function accessReport({ kind, sentence, nextStep }: ProviderFault): HealthReport {
  const line = {
    id: "token",
    verdict: faultVerdict(kind),
    title: "Access",
    reason: `${sentence} ${nextStep}`,
  };
  return healthReport([line], null, null);
}
