import type { AppCredentials } from "../connect-contract.ts";

/** Where Meta's webhooks reach us, whatever they are about. */
export const webhookAddress = ({ publicUrl }: AppCredentials) => `${publicUrl}/api/webhooks/meta`;

/** Whether two addresses are one, however they are spelled. */
export function sameAddress(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(address: string): string {
  return (URL.canParse(address) ? new URL(address).href : address).replace(/\/+$/, "");
}
