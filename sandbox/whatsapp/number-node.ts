import { callback } from "../delivery/callback.ts";
import type { Call } from "../facebook/call.ts";
import { parseFields, selectFields } from "../facebook/fields.ts";
import type { Sandbox } from "../sandbox.ts";
import type { PhoneNumber, WhatsAppAccount, WhatsAppState } from "./types.ts";

const numberDefaults = ["id", "display_phone_number", "verified_name", "quality_rating"];
const accountDefaults = ["id", "name", "timezone_id", "message_template_namespace"];

/** GET /{phone_number_id}, or one of a list, where a rating that is not known has another name. */
export function numberNode(
  sandbox: Sandbox,
  state: WhatsAppState,
  call: Call,
  number: PhoneNumber,
  where: "alone" | "listed" = "alone",
) {
  const isUnrated = where === "listed" && number.qualityRating === "NA";
  const node = {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    quality_rating: isUnrated ? "UNKNOWN" : number.qualityRating,
    code_verification_status: number.codeVerificationStatus,
    name_status: number.nameStatus,
    new_name_status: "NONE",
    status: number.status,
    platform_type: number.platformType,
    throughput: { level: number.throughputLevel },
    account_mode: number.accountMode,
    messaging_limit_tier: number.messagingLimitTier,
    whatsapp_business_manager_messaging_limit: number.messagingLimitTier,
    is_official_business_account: false,
    is_pin_enabled: number.pin !== null,
    health_status: health(number.id, "PHONE_NUMBER", number.status === "CONNECTED" ? "AVAILABLE" : "BLOCKED"),
    webhook_configuration: webhookConfiguration(sandbox, state, number),
  };
  return selectFields("WhatsAppBusinessPhoneNumber", node, parseFields(call.params.fields), numberDefaults);
}

/** GET /{waba}. */
export function accountNode(call: Call, account: WhatsAppAccount) {
  const node = {
    id: account.id,
    name: account.name,
    timezone_id: "1",
    currency: "USD",
    status: "ACTIVE",
    ownership_type: "CLIENT_OWNED",
    message_template_namespace: `ns_${account.id}`,
    account_review_status: account.accountReviewStatus,
    business_verification_status: account.businessVerificationStatus,
    health_status: health(account.id, "WABA", account.canSendMessage),
  };
  return selectFields("WhatsAppBusinessAccount", node, parseFields(call.params.fields), accountDefaults);
}

function health(id: string, type: string, can: string) {
  return { can_send_message: can, entities: [{ entity_type: type, id, can_send_message: can }] };
}

function webhookConfiguration({ config, facebook }: Sandbox, state: WhatsAppState, number: PhoneNumber) {
  const application = callback(config, facebook, "whatsapp_business_account")?.url;
  const account = state.subscriptions[number.accountId]?.override?.url;
  return {
    ...(application ? { application } : {}),
    ...(account ? { whatsapp_business_account: account } : {}),
    ...(number.override ? { phone_number: number.override.url } : {}),
  };
}
