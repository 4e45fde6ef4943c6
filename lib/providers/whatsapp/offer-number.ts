import type { ReachableAccount, Secrets } from "../connect-contract.ts";
import { dayOf } from "./day-of.ts";
import { numberLines } from "./number-lines.ts";
import type { WhatsappNumber } from "./read-number.ts";
import { whatsappSecrets } from "./secrets.ts";

/** The number as something to connect, with what will not work once it is. */
export function offerNumber(
  number: WhatsappNumber,
  secrets: Secrets,
  expiresAt: Date | null,
): ReachableAccount {
  const shown = number.display_phone_number ?? null;
  const troubles = numberLines(number).filter(({ verdict }) => verdict !== "good");
  const ends = `The access token ends on ${expiresAt ? dayOf(expiresAt) : ""}. One that never expires saves entering another.`;

  return {
    offer: {
      externalId: number.id,
      displayName: number.verified_name ?? shown ?? `Number ${number.id}`,
      username: shown,
      avatarUrl: null,
      category: null,
      obstacle: null,
      limits: [
        ...troubles.map(({ reason }) => ({ sentence: reason, askAgain: false })),
        ...(expiresAt ? [{ sentence: ends, askAgain: false }] : []),
      ],
    },
    secrets,
    details: {
      wabaId: whatsappSecrets(secrets).wabaId,
      phoneNumber: shown,
      qualityRating: number.quality_rating ?? null,
      messagingLimit: number.limitTier,
      platformType: number.platform_type ?? null,
      accountMode: number.account_mode ?? null,
    },
  };
}
