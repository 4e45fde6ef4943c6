import { randomBytes, randomInt } from "node:crypto";
import { newSid, newToken } from "./new-sid.ts";
import type { Account, ApiKey, Sender, TwilioState, Webhook } from "./types.ts";

export const noWebhook: Webhook = {
  callbackUrl: null,
  callbackMethod: "POST",
  fallbackUrl: null,
  fallbackMethod: "POST",
  statusCallbackUrl: null,
  statusCallbackMethod: "POST",
};

export function addAccount(state: TwilioState, fields: Partial<Account> & { friendlyName: string }): Account {
  const sid = fields.sid ?? newSid("AC");
  const account: Account = {
    sid,
    status: "active",
    refusedWith: 20403,
    type: "Full",
    ownerSid: sid,
    authToken: newToken(),
    secondaryToken: null,
    createdAt: Date.now(),
    updatedAt: Date.now(),
    verifiedNumbers: [],
    manner: "in order",
    nextFailures: [],
    shared: { callbackUrl: null, statusCallbackUrl: null, joinedAt: {} },
    ...fields,
  };
  state.accounts[sid] = account;
  return account;
}

export function addSender(
  state: TwilioState,
  accountSid: string,
  fields: Partial<Sender> & { name: string },
): Sender {
  const phone = fields.address?.replace("whatsapp:", "") ?? `+1555${randomInt(1_000_000, 9_999_999)}`;
  const sender: Sender = {
    sid: newSid("XE"),
    accountSid,
    address: `whatsapp:${phone}`,
    status: "ONLINE",
    updatingUntil: null,
    ignoresNextUpdate: false,
    offlineReasons: [],
    qualityRating: "HIGH",
    messagingLimit: "10K Customers/24hr",
    webhook: { ...noWebhook },
    profile: { name: fields.name, about: "Walk-ins welcome", vertical: "Other", websites: [], emails: [] },
    ...fields,
  };
  state.senders[sender.sid] = sender;
  state.numbers.push({ sid: newSid("PN"), accountSid, phoneNumber: phone, friendlyName: fields.name });
  return sender;
}

export function addApiKey(state: TwilioState, accountSid: string, fields: Partial<ApiKey> = {}): ApiKey {
  const key: ApiKey = {
    sid: newSid("SK"),
    accountSid,
    secret: randomBytes(24).toString("base64url").replaceAll(/[-_]/g, "z"),
    ...fields,
  };
  state.apiKeys[key.sid] = key;
  return key;
}
