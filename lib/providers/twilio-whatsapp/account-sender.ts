import { z } from "zod";
import type { Account, Answer, ProviderFault, Secrets } from "../connect-contract.ts";
import { twilio } from "./api.ts";
import { meaningOf } from "./errors.ts";
import { fault } from "./fault.ts";
import { findSender, readSender } from "./find-sender.ts";
import { numberOf } from "./number-of.ts";
import { sandboxNumber } from "./sandbox-number.ts";
import type { SenderResource } from "./sender-resource.ts";

const whereSenders = "Look under Messaging, Senders, WhatsApp senders in the Twilio Console";

/**
 * The sender behind an account, found by its SID if that is known, else by its number. Null only for Twilio's sandbox
 * number, which every account may use and which is no one's sender.
 */
export async function accountSender(account: Account): Promise<Answer<SenderResource | null>> {
  const { secrets } = account;
  const number = numberOf(account);
  const found = secrets.senderSid
    ? await readSender(secrets, secrets.senderSid)
    : await findSender(secrets, number);
  if (!found.ok) return found;

  if (!found.value) {
    return number === sandboxNumber
      ? { ok: true, value: null }
      : { ok: false, error: await notASender(secrets, number) };
  }
  if (found.value.sender_id === `whatsapp:${number}`) return found;
  return {
    ok: false,
    error: fault(
      "rejected",
      `This Sender SID belongs to another number, ${found.value.sender_id.replace("whatsapp:", "")}.`,
      "Correct the number or the Sender SID, or leave the Sender SID empty.",
    ),
  };
}

const Numbers = z.object({ incoming_phone_numbers: z.array(z.unknown()) });

/** Tells a number that only needs setting up from one that is not there at all. */
async function notASender(secrets: Secrets, number: string): Promise<ProviderFault> {
  const path = `/2010-04-01/Accounts/${encodeURIComponent(secrets.accountSid ?? "")}/IncomingPhoneNumbers.json`;
  const owned = await twilio(
    secrets,
    { host: "api.twilio.com", path, query: { PhoneNumber: number } },
    Numbers,
  );

  const isOwned = owned.ok && owned.value.incoming_phone_numbers.length > 0;
  return isOwned
    ? fault(
        "gone",
        `${number} belongs to this Twilio account, but is not set up for WhatsApp.`,
        "Register it under Messaging, Senders, WhatsApp senders in the Twilio Console.",
      )
    : fault(
        "gone",
        `${number} is not a WhatsApp sender of this Twilio account.`,
        `${whereSenders} which numbers are.`,
      );
}

/** Why a sender can neither receive nor send now; null when it can. */
export function senderFault({ status, offline_reasons: reasons }: SenderResource): ProviderFault | null {
  if (status === "ONLINE" || status === "ONLINE:UPDATING") return null;
  if (status === "OFFLINE") {
    const code = reasons?.[0]?.code ?? null;
    const known = meaningOf(code);
    return {
      ...fault(
        "account_restricted",
        `WhatsApp has taken this number offline. ${known?.sentence ?? ""}`.trim(),
        known?.nextStep ?? `${whereSenders} for the reason.`,
      ),
      code: code ? String(code) : null,
    };
  }
  return fault(
    "account_restricted",
    `This number is not ready yet: ${unready[status] ?? "Twilio is still setting it up"}.`,
    `${whereSenders}, and check again when it says Online.`,
  );
}

const unready: Record<string, string> = {
  CREATING: "Twilio is still setting it up",
  PENDING_VERIFICATION: "it has to be verified",
  VERIFYING: "it is being verified",
  TWILIO_REVIEW: "Twilio is reviewing it",
  DRAFT: "its registration was not finished",
  STUBBED: "its registration was not finished",
};
