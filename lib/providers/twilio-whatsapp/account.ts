import { z } from "zod";
import { sameText } from "#lib/crypto/same-text.ts";
import type { Answer, ProviderFault, Secrets } from "../connect-contract.ts";
import { twilio } from "./api.ts";
import { meaningOf } from "./errors.ts";
import { fault } from "./fault.ts";

/** `signsWebhooks`: the Auth Token is the primary one, the only one Twilio signs with; a secondary one opens all but that. */
export type TwilioAccount = {
  sid: string;
  name: string;
  status: string;
  isTrial: boolean;
  signsWebhooks: boolean;
};

const AccountAnswer = z.object({
  sid: z.string(),
  friendly_name: z.string().catch(""),
  status: z.string(),
  type: z.string().catch(""),
  auth_token: z.string().nullish().catch(null),
});

/** What Twilio says of the account. Its answer holds the live token, which is compared here and goes no further. */
export async function readAccount(secrets: Secrets): Promise<Answer<TwilioAccount>> {
  const path = `/2010-04-01/Accounts/${encodeURIComponent(secrets.accountSid ?? "")}.json`;
  const answer = await twilio(secrets, { host: "api.twilio.com", path }, AccountAnswer);
  if (!answer.ok) return answer;

  const { sid, friendly_name: name, status, type, auth_token: primary } = answer.value;
  return {
    ok: true,
    value: {
      sid,
      name,
      status,
      isTrial: type === "Trial",
      // A masked or missing token says nothing about ours.
      signsWebhooks:
        !primary || !/^[0-9a-zA-Z]{16,}$/.test(primary) || sameText(primary, secrets.authToken ?? ""),
    },
  };
}

/** Why messages cannot be received through the account as it is; null when they can. */
export function accountFault({ status, signsWebhooks }: TwilioAccount): ProviderFault | null {
  if (status === "closed") {
    return fault("gone", "This Twilio account is closed.", "Connect the account that took its place.");
  }
  if (status === "suspended") {
    const meaning = meaningOf(20403);
    return fault(
      "account_restricted",
      "Twilio has suspended this account.",
      meaning?.nextStep ?? "Look at Billing in the Twilio Console.",
    );
  }
  return signsWebhooks ? null : secondaryToken;
}

const secondaryToken = fault(
  "wrong_token",
  "This is not the account's primary Auth Token, and Twilio signs what it sends us with no other.",
  "Enter the primary Auth Token from the first page of the Twilio Console, or promote this one there first.",
);
