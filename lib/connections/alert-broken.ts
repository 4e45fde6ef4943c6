import "server-only";
import { asSystem } from "#lib/db/as-system.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { alertRecipients } from "./alert-recipients.ts";
import { alertSubject } from "./alert-subject.ts";

/** Has everyone who can mend a broken connection written to, each by a job of their own: one full mailbox delays no other. */
export async function alertBroken({
  connectionId,
  brokenSince,
}: JobPayload<"connection.alert">): Promise<void> {
  await asSystem(async (tx) => {
    const subject = await alertSubject(tx, connectionId);
    if (!subject) return;
    for (const { userId } of await alertRecipients(tx, subject.organizationId)) {
      const key = `connection.alert-person:${connectionId}:${userId}`;
      await enqueue(tx, "connection.alert-person", { connectionId, brokenSince, userId }, { key });
    }
  });
}
