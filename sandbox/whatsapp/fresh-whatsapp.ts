import type { PhoneNumber, SystemToken, WhatsAppAccount, WhatsAppState } from "./types.ts";

export const messagingScope = "whatsapp_business_messaging";
export const managementScope = "whatsapp_business_management";
export const fullScopes = [managementScope, messagingScope, "business_management", "public_profile"];

const fade = whatsAppAccount("100000000000001", "Fade & Co. Barbershop");
const bakery = whatsAppAccount("100000000000009", "Harbour Bakery");

const shop = phoneNumber("200000000000002", fade.id, "+1 555-000-1111", fade.name);
const academy: PhoneNumber = {
  ...phoneNumber("200000000000003", fade.id, "+1 555-000-1122", "Fade & Co. Academy"),
  nameStatus: "PENDING_REVIEW",
  messagingLimitTier: "TIER_250",
};
const counter = phoneNumber("200000000000009", bakery.id, "+1 555-000-1199", bakery.name);

// Always the same, so that a person can copy it and a test can know it. It opens nothing outside this sandbox.
const ready: SystemToken = {
  value: "EAAGSandboxSystemUserOfFadeAndCoBarbershop0000000000000000000001",
  systemUserId: "122100000000000001",
  name: "Fade & Co. system user",
  scopes: fullScopes,
  accountIds: [fade.id],
  ofAnotherApp: false,
  issuedAt: 1_790_000_000,
  expiresAt: 0,
  dead: null,
};

/** WhatsApp before anyone has connected anything: two businesses, and a token that reaches the first. */
export function freshWhatsApp(): WhatsAppState {
  return structuredClone({
    accounts: byId([fade, bakery]),
    numbers: byId([shop, academy, counter]),
    tokens: { [ready.value]: ready },
    subscriptions: {},
    threads: {},
  });
}

export function whatsAppAccount(id: string, name: string): WhatsAppAccount {
  return {
    id,
    name,
    accountReviewStatus: "APPROVED",
    businessVerificationStatus: "verified",
    canSendMessage: "AVAILABLE",
  };
}

export function phoneNumber(
  id: string,
  accountId: string,
  displayPhoneNumber: string,
  verifiedName: string,
): PhoneNumber {
  return {
    id,
    accountId,
    displayPhoneNumber,
    verifiedName,
    qualityRating: "GREEN",
    codeVerificationStatus: "VERIFIED",
    nameStatus: "APPROVED",
    status: "CONNECTED",
    platformType: "CLOUD_API",
    throughputLevel: "STANDARD",
    accountMode: "LIVE",
    messagingLimitTier: "TIER_1K",
    pin: null,
    registrations: 0,
    override: null,
  };
}

function byId<Item extends { id: string }>(items: Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
