import "server-only";
import { env } from "#lib/env.ts";
import type { AppCredentials, ConnectProvider } from "#lib/providers/connect-contract.ts";

/** Our registration at this platform, or null when this installation has none. */
export function appOf(provider: ConnectProvider): AppCredentials | null {
  const settings: Readonly<Record<string, unknown>> = env;

  return provider.app((name) => {
    const value = settings[name];
    return typeof value === "string" ? value : undefined;
  });
}
