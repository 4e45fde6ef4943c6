/** The number of an account's external id (`AccountSid:+E164`), without Twilio's `whatsapp:`. */
export function numberOf({ externalId }: { externalId: string }): string {
  return externalId.slice(externalId.indexOf(":") + 1);
}
