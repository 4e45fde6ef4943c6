import type { HealthLine, HealthReport } from "#lib/providers/connect-contract.ts";
import { limitLineId } from "./limit-line-id.ts";

/**
 * The platform's checklist with ours below it. A warning of ours makes a healthy connection need attention; what the platform
 * said otherwise stands, and a spent quota is no fault of the connection.
 */
export function wholeReport(report: HealthReport, own: readonly HealthLine[]): HealthReport {
  const lines = [...report.lines, ...own];
  const warning = own.find(({ id, verdict }) => verdict === "warn" && id !== limitLineId);
  return report.status === "healthy" && warning
    ? { ...report, lines, status: "needs_attention", reason: warning.reason }
    : { ...report, lines };
}
