import type { Config } from "../config.ts";
import type { AppWebhook, FacebookState } from "../state/types.ts";

/** Where the app's own webhook for this object goes: what was asked for by API, unless the configured address has changed since. */
export function callback(
  { meta }: Config,
  state: FacebookState,
  object = "page",
): { url: string; verifyToken: string; fields: string[] | null } | null {
  const asked = state.appWebhooks[object];
  if (asked && asked.configuredUrl === meta.callbackUrl) return known(asked);

  return meta.callbackUrl ? { url: meta.callbackUrl, verifyToken: meta.verifyToken, fields: null } : null;
}

function known({ callbackUrl, verifyToken, fields }: AppWebhook) {
  return callbackUrl ? { url: callbackUrl, verifyToken, fields } : null;
}
