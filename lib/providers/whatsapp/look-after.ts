import type { Interpretation, Json } from "../contract.ts";
import { isAccountFault } from "../fault-verdict.ts";
import { at, type JsonObject, textIn } from "../json-values.ts";
import { faultIn } from "./fault-in.ts";

type Look = Pick<Interpretation, "effect" | "needsAccess">;

/** What mends a broken number is not left to wait for it to be mended. */
const mending = new Set([
  "ACCOUNT_RECONNECTED",
  "PARTNER_ADDED",
  "PARTNER_APP_INSTALLED",
  "VERIFIED_ACCOUNT",
]);

/** News after which the number's checklist may read otherwise; of templates it says nothing. */
const telling = new Set([
  "account_update",
  "account_review_update",
  "account_alerts",
  "phone_number_quality_update",
  "phone_number_name_update",
  "business_capability_update",
  "security",
]);

/** Whether to look at the number after news about it or its account. */
export function lookAfterNews(field: string, value: JsonObject): Look {
  if (!telling.has(field)) return {};
  return mending.has(textIn(at(value, "event")) ?? "") ? { effect: { kind: "check" } } : look;
}

/** Whether to look at the number after an error that is not about one message. */
export function lookAfterErrors(errors: Json | undefined): Look {
  const fault = faultIn(errors);
  return fault && isAccountFault(fault.kind) ? look : {};
}

const look: Look = { effect: { kind: "check" }, needsAccess: true };
