import type { AppCredentials } from "../connect-contract.ts";

/** Twilio tries again only when the address asks for it, within 15 seconds (“Connection overrides”). It sends none of this. */
export const askForRetries = "#rc=3&rp=5xx,ct,rt";

export const inboundPath = "/api/webhooks/twilio";
export const statusPath = "/api/webhooks/twilio/status";

/** Where Twilio is to post messages, and what became of ours. */
export function webhookAddresses({ publicUrl }: AppCredentials): { inbound: string; status: string } {
  return {
    inbound: `${publicUrl}${inboundPath}${askForRetries}`,
    status: `${publicUrl}${statusPath}${askForRetries}`,
  };
}

/** Whether an address is the same but for what its fragment asks of Twilio. */
export function isSamePlace(one: string | null | undefined, other: string): boolean {
  return withoutFragment(one ?? "") === withoutFragment(other);
}

const withoutFragment = (url: string) => url.split("#", 1)[0];
