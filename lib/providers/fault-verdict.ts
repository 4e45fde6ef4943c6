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

/** Whether a fault says something about the account itself, so that it is worth looking at it. */
export function isAccountFault(kind: FaultKind): boolean {
  return kind === "misconfigured" || faultVerdict(kind) !== "unknown";
}
