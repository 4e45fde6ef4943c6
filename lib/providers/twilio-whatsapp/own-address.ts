/** The number's external id: the account, and our address without what names the channel. */
export function ownAddress(accountSid: string, address: string): string {
  return `${accountSid}:${address.replace(/^whatsapp:/, "")}`;
}
