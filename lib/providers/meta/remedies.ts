import type { Remedies } from "../contract.ts";

/** What to do about deliveries of Meta's that were refused, where to do it differs from other platforms. */
export const metaRemedies: Remedies = {
  bad_signature:
    "If real events are missing, the app secret in your settings differs from the one in the Meta dashboard: compare META_APP_SECRET with App settings, Basic, and INSTAGRAM_APP_SECRET with Instagram, API setup. Otherwise someone else was trying, and nothing needs doing.",
  missing_signature:
    "Meta signs every delivery with X-Hub-Signature-256, so these did not come from Meta, or a proxy in front of this installation takes the header away.",
  not_configured:
    "META_APP_SECRET or META_WEBHOOK_VERIFY_TOKEN is not set. Copy both into your settings as going live with Facebook describes, and restart; Meta keeps trying for a while.",
  bad_handshake:
    "The verify token that was entered in the Meta dashboard differs from META_WEBHOOK_VERIFY_TOKEN in your settings. Enter the same one under Webhooks and save it again.",
};
