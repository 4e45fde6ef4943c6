import type { ScopeMeaning } from "../connect-contract.ts";

export const managementScope = "whatsapp_business_management";
export const messagingScope = "whatsapp_business_messaging";

/** What the access token must be made with (“Access tokens”, WhatsApp Business Platform). */
export const whatsappScopes = [
  {
    scope: managementScope,
    allows: "See the number and be told when something happens",
    without: "Neither the number's state nor its events can be looked after.",
  },
  {
    scope: messagingScope,
    allows: "Read and answer messages",
    without: "Messages can be neither read nor answered.",
  },
] as const satisfies readonly ScopeMeaning[];
