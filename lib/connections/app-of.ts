import "server-only";
import type { AppCredentials, ConnectProvider } from "#lib/providers/connect-contract.ts";
import { setting } from "#lib/setting.ts";

/** Our registration at this platform, or null when this installation has none. */
export function appOf(provider: ConnectProvider): AppCredentials | null {
  return provider.app(setting);
}
