import type { HealthLine, HealthVerdict } from "../connect-contract.ts";
import { limitWords } from "./limit-words.ts";
import type { WhatsappNumber } from "./read-number.ts";

type Meaning = { verdict: HealthVerdict; reason: string };
type Meanings = Readonly<Record<string, Meaning>>;

const good = (reason: string): Meaning => ({ verdict: "good", reason });
const warn = (reason: string): Meaning => ({ verdict: "warn", reason });
const bad = (reason: string): Meaning => ({ verdict: "bad", reason });

const unregistered = warn(
  "The number is not registered yet, so nothing can be sent or received. Register it at Meta, under WhatsApp, API Setup.",
);

const statuses: Meanings = {
  CONNECTED: good("Meta says that the number is connected."),
  PENDING: unregistered,
  UNVERIFIED: unregistered,
  FLAGGED: warn("Meta has flagged the number for its quality. If it does not get better, the limit falls."),
  RESTRICTED: warn("Meta has restricted the number: it cannot start conversations at the moment."),
  RATE_LIMITED: warn("Meta holds the number back because too many messages were sent. It passes by itself."),
  DISCONNECTED: bad(
    "Meta says that the number is disconnected. Register it again at Meta, under WhatsApp, API Setup.",
  ),
  BANNED: bad("Meta has banned the number. The account's quality page at Meta says why and how to object."),
  DELETED: bad("The number was deleted at Meta. Disconnect it, or connect its successor."),
  MIGRATED: bad("The number has moved to another WhatsApp account. Connect it with that account's ID."),
};

const qualities: Meanings = {
  GREEN: good("High."),
  YELLOW: warn("Medium: some customers blocked or reported the number lately. Write only to who wants it."),
  RED: warn("Low: many customers blocked or reported the number lately. Meta may lower the limit."),
};

const names: Meanings = {
  PENDING_REVIEW: good("Meta is still looking at the name. The number works meanwhile."),
  DECLINED: warn("Meta has declined the name. Choose another in WhatsApp Manager."),
  EXPIRED: warn("The approval of the name has run out. Ask for it again in WhatsApp Manager."),
};

const platforms: Meanings = {
  CLOUD_API: good("It runs on the Cloud API."),
  ON_PREMISE: warn(
    "It runs on a server of its own, so its messages do not come here. Move it to the Cloud API.",
  ),
  NOT_APPLICABLE: warn("It runs on no platform yet. Register it at Meta, under WhatsApp, API Setup."),
};

const modes: Meanings = {
  SANDBOX: warn("This is a test number: it reaches only the recipients listed in the app's dashboard."),
};

/** Everything Meta says about the number itself, a line each. Meta's new words count as news, not as trouble. */
export function numberLines(number: WhatsappNumber): HealthLine[] {
  const {
    status,
    quality_rating: quality,
    name_status: name,
    platform_type: platform,
    account_mode: mode,
  } = number;
  const lines: [string, string, Meaning | null][] = [
    ["number", "Number", told(statuses, status, good(`Meta says: ${status}.`))],
    ["platform", "Platform", told(platforms, platform, good(`It runs on ${platform}.`))],
    ["name", "Name", told(names, name, good("Meta accepts the name."))],
    ["quality", "Quality", told(qualities, quality, good("Not rated yet."))],
    ["limit", "Limit", number.limitTier ? good(limitReason(number.limitTier)) : null],
    ["mode", "Mode", mode && Object.hasOwn(modes, mode) ? (modes[mode] ?? null) : null],
  ];
  return lines.flatMap(([id, title, meaning]) => (meaning ? [{ id, title, ...meaning }] : []));
}

function told(meanings: Meanings, word: string | null | undefined, otherwise: Meaning): Meaning | null {
  if (!word) return null;
  return (Object.hasOwn(meanings, word) ? meanings[word] : undefined) ?? otherwise;
}

const limitReason = (tier: string) => `The number may write first to ${limitWords(tier)}.`;
