import type { Sender } from "./types.ts";

/** A sender as the Senders API tells of it. */
export function senderResource(sender: Sender) {
  const { webhook } = sender;
  return {
    sid: sender.sid,
    sender_id: sender.address,
    status: currentStatus(sender),
    configuration: { waba_id: "104996122399160", verification_method: "sms", account_type: "BUSINESS" },
    webhook: {
      callback_url: webhook.callbackUrl,
      callback_method: webhook.callbackMethod,
      fallback_url: webhook.fallbackUrl,
      fallback_method: webhook.fallbackMethod,
      status_callback_url: webhook.statusCallbackUrl,
      status_callback_method: webhook.statusCallbackMethod,
    },
    profile: sender.profile,
    properties: { quality_rating: sender.qualityRating, messaging_limit: sender.messagingLimit },
    offline_reasons:
      sender.status === "OFFLINE"
        ? sender.offlineReasons.map((reason) => ({
            ...reason,
            more_info: `https://www.twilio.com/docs/errors/${reason.code}`,
          }))
        : null,
    compliance: null,
    url: `https://messaging.twilio.com/v2/Channels/Senders/${sender.sid}`,
  };
}

export function currentStatus({ status, updatingUntil }: Sender): string {
  return status === "ONLINE" && updatingUntil !== null && updatingUntil > Date.now()
    ? "ONLINE:UPDATING"
    : status;
}
