import "server-only";
import { connectionAlerts } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { brokenLetter } from "./alert-letter.ts";
import { alertRecipients } from "./alert-recipients.ts";
import { alertSubject } from "./alert-subject.ts";

/**
 * Writes to one person about one break, once. Not if it is over by now, or if they have left or no longer want to know. The
 * mail is sent before its row is committed, so that none is lost; a crash between the two sends it twice.
 */
export async function alertPerson({
  connectionId,
  brokenSince,
  userId,
}: JobPayload<"connection.alert-person">): Promise<void> {
  await asSystem(async (tx) => {
    const subject = await alertSubject(tx, connectionId);
    const since = new Date(brokenSince);
    if (subject?.status !== "broken" || subject.statusSince.getTime() !== since.getTime()) return;
    const person = (await alertRecipients(tx, subject.organizationId)).find(
      (recipient) => recipient.userId === userId,
    );
    if (!person) return;

    const claimed = await tx
      .insert(connectionAlerts)
      .values({ connectionId, userId, brokenSince: since })
      .onConflictDoNothing()
      .returning();
    if (claimed.length === 0) return;
    await deliverMail({
      to: person.email,
      ...brokenLetter(subject, { since, reason: subject.statusReason }),
    });
  });
}
