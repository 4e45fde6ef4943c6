import type { ProviderId } from "./contract.ts";

/** Each provider as people call it. */
export const providerNames: Record<ProviderId, string> = {
  facebook: "Facebook",
  instagram: "Instagram",
  whatsapp: "WhatsApp",
  twilio_whatsapp: "Twilio WhatsApp",
  zoom: "Zoom",
};
