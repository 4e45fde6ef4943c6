import type { MetaEvent } from "../delivery/meta-event.ts";
import type { PhoneNumber } from "./types.ts";
import type { WhatsAppKind } from "./whatsapp-kinds.ts";

const week = 7 * 86_400;

/** What concerns the account rather than a conversation; null when the kind is none of these. */
export function accountEvent(number: PhoneNumber, kind: WhatsAppKind): MetaEvent | null {
  const told = (field: string, value: object): MetaEvent => ({
    object: "whatsapp_business_account",
    accountId: number.accountId,
    entryId: number.accountId,
    field,
    summary: field.replaceAll("_", " "),
    content: { change: value },
  });
  const digits = number.displayPhoneNumber.replaceAll(/\D/g, "");

  switch (kind) {
    case "restriction": {
      const expiration = Math.floor(Date.now() / 1000) + week;
      const info = [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration }];
      return told("account_update", { event: "ACCOUNT_RESTRICTION", restriction_info: info });
    }
    case "limit-raised":
      return told("phone_number_quality_update", {
        display_phone_number: digits,
        event: "THROUGHPUT_UPGRADE",
        current_limit: "TIER_UNLIMITED",
        max_daily_conversations_per_business: "TIER_10K",
      });
    case "template-rejected":
      return told("message_template_status_update", {
        event: "REJECTED",
        message_template_id: 300000000000003,
        message_template_name: "reminder",
        message_template_language: "en-US",
        reason: "INVALID_FORMAT",
        message_template_category: "UTILITY",
      });
    case "name-approved":
      return told("phone_number_name_update", {
        display_phone_number: digits,
        decision: "APPROVED",
        requested_verified_name: number.verifiedName,
        rejection_reason: null,
      });
    default:
      return null;
  }
}
