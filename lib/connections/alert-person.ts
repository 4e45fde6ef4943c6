import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { connectionAlerts } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { deliverMail, type Mail } from "#lib/mail/deliver-mail.ts";
import { brokenLetter } from "./alert-letter.ts";
import { alertRecipients } from "./alert-recipients.ts";
import { alertSubject } from "./alert-subject.ts";

type Told = JobPayload<"connection.alert-person">;

/**
 * Writes to one person about one break. Not if it is over by now, or if they have left or no longer want to know. At least
 * once: a mail too few leaves a business silent without knowing it. A process that dies between sending and noting it sends
 * it again, under the same id, by which most mailboxes show it once.
 */
export async function alertPerson(told: Told): Promise<void> {
  const mail = await asSystem((tx) => intend(tx, told));
  if (!mail) return;
  try {
    await deliverMail(mail);
  } catch (error) {
    // Known not to have been sent: nobody is to hear that it is over who never heard that it began.
    await asSystem((tx) =>
      tx.delete(connectionAlerts).where(and(thisAlert(told), isNull(connectionAlerts.sentAt))),
    );
    throw error;
  }
  await asSystem((tx) => tx.update(connectionAlerts).set({ sentAt: new Date() }).where(thisAlert(told)));
}

/** Notes that this person is about to be told; null when they were, or need not be. */
async function intend(tx: Transaction, told: Told): Promise<Mail | null> {
  const { connectionId, userId } = told;
  const since = new Date(told.brokenSince);
  const subject = await alertSubject(tx, connectionId);
  if (subject?.status !== "broken" || subject.statusSince.getTime() !== since.getTime()) return null;

  const recipients = await alertRecipients(tx, subject.organizationId);
  const person = recipients.find((recipient) => recipient.userId === userId);
  if (!person) return null;

  await tx
    .insert(connectionAlerts)
    .values({ connectionId, userId, brokenSince: since })
    .onConflictDoNothing();
  const [alert] = await tx
    .select({ sentAt: connectionAlerts.sentAt })
    .from(connectionAlerts)
    .where(thisAlert(told));
  if (alert?.sentAt) return null;

  const id = `connection-broken.${connectionId}.${userId}.${since.getTime()}`;
  return { to: person.email, id, ...brokenLetter(subject, { since, reason: subject.statusReason }) };
}

const thisAlert = ({ connectionId, userId, brokenSince }: Told) =>
  and(
    eq(connectionAlerts.connectionId, connectionId),
    eq(connectionAlerts.userId, userId),
    eq(connectionAlerts.brokenSince, new Date(brokenSince)),
  );
