import type { AppCredentials, HealthLine } from "../connect-contract.ts";

/** A line only when Meta has put the version we ask for out of use, and answers with another. */
export function versionLines(app: AppCredentials, applied: string | null): HealthLine[] {
  if (applied === null || applied === app.apiVersion) return [];
  const reason = `Meta answers with version ${applied}, not ${app.apiVersion}. META_APP_VERSION needs to be renewed.`;
  return [{ id: "version", verdict: "warn", title: "Meta's interface", reason }];
}
