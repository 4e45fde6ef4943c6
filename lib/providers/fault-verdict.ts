import type { FaultKind, HealthVerdict } from "./connect-contract.ts";

const verdicts: Partial<Record<FaultKind, HealthVerdict>> = {
  reauthorize: "bad",
  wrong_token: "bad",
  gone: "bad",
  permission_missing: "warn",
  account_restricted: "warn",
};

/** What a fault says about a connection. Throttling and outages say nothing: they must never mark one as broken. */
export function faultVerdict(kind: FaultKind): HealthVerdict {
  return verdicts[kind] ?? "unknown";
}
