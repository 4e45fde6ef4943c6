import type { Account } from "../connect-contract.ts";
import type { InstagramCall } from "./call-instagram.ts";
import { openSecrets } from "./secrets.ts";

/** The edge where an account lists who hears of its events. */
export const subscribedApps = ({ secrets }: Account): InstagramCall => ({
  path: "me/subscribed_apps",
  token: openSecrets(secrets).accessToken,
});
