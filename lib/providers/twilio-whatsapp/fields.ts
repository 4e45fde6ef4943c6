import type { CredentialField } from "../form-connect.ts";

/** What a person types to connect a number. Spaces and `whatsapp:` are taken as the Console's copy buttons give them. */
export const twilioFields: readonly CredentialField[] = [
  {
    name: "accountSid",
    label: "Account SID",
    foundAt: "Twilio Console, Account Info on the first page",
    placeholder: "AC…",
    isSecret: false,
    isOptional: false,
    shape: "^AC[0-9a-fA-F]{32}$",
    shapeHint:
      "An Account SID is AC and 32 characters. An API key (SK…) cannot stand in for it: Twilio signs what it sends us with the account's Auth Token only.",
  },
  {
    name: "authToken",
    label: "Auth Token",
    foundAt: "Twilio Console, Account Info on the first page, Show",
    isSecret: true,
    isOptional: false,
    shape: "^[0-9a-zA-Z]{16,128}$",
    shapeHint:
      "An Auth Token is 32 letters and digits, without spaces. Take the primary one: Twilio signs with no other.",
  },
  {
    name: "sender",
    label: "WhatsApp number",
    foundAt: "Twilio Console, Messaging, Senders, WhatsApp senders",
    placeholder: "+12025550101",
    isSecret: false,
    isOptional: false,
    shape: "^(whatsapp:)?\\+[1-9]( ?[0-9]){6,14}$",
    shapeHint: "Write the number with + and its country code, such as +12025550101.",
  },
  {
    name: "senderSid",
    label: "Sender SID",
    foundAt: "Twilio Console, the WhatsApp sender's own page; found by the number if you leave it empty",
    placeholder: "XE…",
    isSecret: false,
    isOptional: true,
    shape: "^XE[0-9a-fA-F]{32}$",
    shapeHint: "A Sender SID is XE and 32 characters.",
  },
  {
    name: "label",
    label: "Name",
    foundAt: "your choice; what this number is called here",
    placeholder: "Front desk",
    isSecret: false,
    isOptional: true,
    shape: "^.{1,80}$",
    shapeHint: "A name has 80 characters at most.",
  },
];
