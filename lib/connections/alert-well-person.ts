import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { connectionAlerts } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { wellLetter } from "./alert-letter.ts";
import { alertRecipients } from "./alert-recipients.ts";
import { alertSubject } from "./alert-subject.ts";

/** Tells one person, once for all the breaks they were told of. Not while it is broken again: then the next time it is well. */
export async function alertWellPerson({
  connectionId,
  userId,
}: JobPayload<"connection.alert-well-person">): Promise<void> {
  await asSystem(async (tx) => {
    const subject = await alertSubject(tx, connectionId);
    if (subject?.status !== "healthy" && subject?.status !== "needs_attention") return;

    const ended = await tx
      .update(connectionAlerts)
      .set({ wellSentAt: new Date() })
      .where(
        and(
          eq(connectionAlerts.connectionId, connectionId),
          eq(connectionAlerts.userId, userId),
          isNull(connectionAlerts.wellSentAt),
        ),
      )
      .returning({ since: connectionAlerts.brokenSince });
    const [since] = ended.map((alert) => alert.since).sort((one, other) => other.getTime() - one.getTime());
    const person = (await alertRecipients(tx, subject.organizationId)).find(
      (recipient) => recipient.userId === userId,
    );
    if (since && person) await deliverMail({ to: person.email, ...wellLetter(subject, { since }) });
  });
}
