import "server-only";
import { env } from "#lib/env.ts";
import { letter } from "#lib/mail/letter.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { toldInstant } from "./told-instant.ts";

export type AlertSubject = {
  connectionId: string;
  provider: string;
  displayName: string;
  organizationName: string;
  organizationSlug: string;
};

/** The mail about a connection that broke: what, since when, why, and the link to what mends it. */
export function brokenLetter(
  subject: AlertSubject,
  { since, reason }: { since: Date; reason: string | null },
) {
  const { name, noun, account } = told(subject);
  return letter({
    subject: `${subject.displayName} stopped working`,
    paragraphs: [
      `${account}, a ${noun} of ${subject.organizationName}, stopped working at ${toldInstant(since)}.`,
      reason ?? `${name} no longer accepts our access.`,
      "Until it is mended nothing new arrives from it, and nothing can be sent. Everything that arrived before is kept.",
    ],
    action: { label: "See what mends it", url: address(subject) },
    smallPrint: smallPrint(subject),
  });
}

/** The mail that says that it is over. */
export function wellLetter(subject: AlertSubject, { since }: { since: Date }) {
  const { account } = told(subject);
  return letter({
    subject: `${subject.displayName} works again`,
    paragraphs: [
      `${account} of ${subject.organizationName} works again, after it had stopped at ${toldInstant(since)}.`,
    ],
    action: { label: "Open the connection", url: address(subject) },
    smallPrint: smallPrint(subject),
  });
}

function told({ provider: id, displayName }: AlertSubject) {
  const provider = findProvider(id);
  const name = provider?.name ?? id;
  return {
    name,
    noun: provider?.accountNoun.one ?? "connected account",
    account: `${displayName} (${name})`,
  };
}

const address = ({ organizationSlug, connectionId }: AlertSubject) =>
  `${env.APP_URL}/o/${organizationSlug}/connections/${connectionId}`;

const smallPrint = ({ organizationName, organizationSlug }: AlertSubject) => ({
  text: `You get this as an owner or admin of ${organizationName}.`,
  label: "Change which mails you get",
  url: `${env.APP_URL}/o/${organizationSlug}/settings/alerts`,
});
