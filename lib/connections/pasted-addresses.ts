import "server-only";
import { env } from "#lib/env.ts";
import type { ConnectProvider } from "#lib/providers/connect-contract.ts";

/** What a person has to paste at the platform, as complete addresses of this installation. */
export function pastedAddresses(provider: Pick<ConnectProvider, "pastedAddresses">) {
  return provider.pastedAddresses.map(({ label, path, foundAt }) => ({
    label,
    url: `${env.APP_URL}${path}`,
    foundAt,
  }));
}
