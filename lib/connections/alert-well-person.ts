import "server-only";
import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { connectionAlerts } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { wellLetter } from "./alert-letter.ts";
import { alertRecipients } from "./alert-recipients.ts";
import { alertSubject } from "./alert-subject.ts";

type Told = JobPayload<"connection.alert-well-person">;

/**
 * Tells one person, once for all the breaks they were told of. Not while it is broken again: then the next time it is well.
 * At least once, as the mail about the break: who was told of it must not be left with it.
 */
export async function alertWellPerson(told: Told): Promise<void> {
  const good = await asSystem((tx) => whatIsOver(tx, told));
  if (!good) return;
  if (good.mail) await deliverMail(good.mail);
  await asSystem((tx) =>
    tx
      .update(connectionAlerts)
      .set({ wellSentAt: new Date() })
      .where(and(notYetOver(told), lte(connectionAlerts.brokenSince, good.since))),
  );
}

async function whatIsOver(tx: Transaction, told: Told) {
  const { connectionId, userId } = told;
  const subject = await alertSubject(tx, connectionId);
  if (subject?.status !== "healthy" && subject?.status !== "needs_attention") return null;

  const [last] = await tx
    .select({ since: connectionAlerts.brokenSince })
    .from(connectionAlerts)
    .where(notYetOver(told))
    .orderBy(desc(connectionAlerts.brokenSince))
    .limit(1);
  if (!last) return null;

  const recipients = await alertRecipients(tx, subject.organizationId);
  const person = recipients.find((recipient) => recipient.userId === userId);
  const id = `connection-well.${connectionId}.${userId}.${last.since.getTime()}`;
  return { ...last, mail: person && { to: person.email, id, ...wellLetter(subject, last) } };
}

/** Breaks they were told of, and not yet that they are over. */
const notYetOver = ({ connectionId, userId }: Told) =>
  and(
    eq(connectionAlerts.connectionId, connectionId),
    eq(connectionAlerts.userId, userId),
    isNull(connectionAlerts.wellSentAt),
  );
