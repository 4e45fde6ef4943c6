import type { Secrets } from "../connect-contract.ts";

/** What a person typed. The number's own id is the account's external id. */
export type WhatsappSecrets = { accessToken: string; wabaId: string };

export function whatsappSecrets(secrets: Secrets): WhatsappSecrets {
  return { accessToken: secrets.accessToken ?? "", wabaId: secrets.wabaId ?? "" };
}
