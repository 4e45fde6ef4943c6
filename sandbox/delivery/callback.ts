import type { Config } from "../config.ts";
import type { FacebookState } from "../state/types.ts";

/** Where webhooks go: what the app asked for by API, unless the configured address has changed since. */
export function callback(
  { meta }: Config,
  state: FacebookState,
): { url: string; verifyToken: string } | null {
  const asked = state.appSubscription;
  if (asked && asked.configuredUrl === meta.callbackUrl)
    return { url: asked.callbackUrl, verifyToken: asked.verifyToken };

  return meta.callbackUrl ? { url: meta.callbackUrl, verifyToken: meta.verifyToken } : null;
}
