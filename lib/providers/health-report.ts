import type { HealthLine, HealthReport, HealthVerdict, Subscription } from "./connect-contract.ts";

const worstFirst: HealthVerdict[] = ["bad", "unknown", "warn", "good"];

const statuses = {
  bad: "broken",
  unknown: "unknown",
  warn: "needs_attention",
  good: "healthy",
} as const satisfies Record<HealthVerdict, HealthReport["status"]>;

/** The checklist summed up: its worst line decides, and a line that could not be checked leaves the status open. */
export function healthReport(
  lines: HealthLine[],
  scopes: string[] | null,
  subscription: Subscription | null,
): HealthReport {
  const worst = worstFirst.find((verdict) => lines.some((line) => line.verdict === verdict)) ?? "good";
  const reason = lines.find((line) => line.verdict === worst)?.reason ?? null;

  return { status: statuses[worst], reason: worst === "good" ? null : reason, lines, scopes, subscription };
}
