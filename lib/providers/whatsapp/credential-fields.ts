import type { CredentialField } from "../form-connect.ts";

/** What a person copies from Meta's pages (“Get started with the Cloud API”). */
export const whatsappFields = [
  {
    name: "phoneNumberId",
    label: "Phone number ID",
    foundAt: "Meta for Developers, your app, WhatsApp, API Setup: below the number under “From”.",
    placeholder: "200000000000002",
    isSecret: false,
    isOptional: false,
    shape: "^[0-9]{10,20}$",
    shapeHint: "It is an ID of 10 to 20 digits, not the phone number itself.",
  },
  {
    name: "wabaId",
    label: "WhatsApp Business Account ID",
    foundAt: "On the same page, beside the phone number ID.",
    placeholder: "100000000000001",
    isSecret: false,
    isOptional: false,
    shape: "^[0-9]{10,20}$",
    shapeHint: "It is an ID of 10 to 20 digits.",
  },
  {
    name: "accessToken",
    label: "Access token",
    foundAt:
      "Meta Business Suite, Settings, System users: choose the user who has this WhatsApp account, then Generate token with whatsapp_business_management and whatsapp_business_messaging. Choose that it never expires.",
    isSecret: true,
    isOptional: false,
    shape: "^EA\\w{20,1000}$",
    shapeHint: "An access token begins with EA and holds letters and digits only.",
  },
] as const satisfies readonly CredentialField[];
