import "server-only";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliverableShares, deliverables, reportSchedules } from "#drizzle/schema/deliverables.ts";
import { organizations } from "#drizzle/schema/tenancy.ts";
import { hashSecret } from "#lib/crypto/hash-secret.ts";
import { randomSecret } from "#lib/crypto/random-secret.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { shareUrl } from "#lib/deliverables/share-url.ts";
import { env } from "#lib/env.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { deliverMail } from "#lib/mail/deliver-mail.ts";
import { letter } from "#lib/mail/letter.ts";
import { dateWords, periodWords } from "./words.ts";

type Told = JobPayload<"report.mail">;

const linkDays = 60;
const dayMs = 24 * 60 * 60_000;

/**
 * Writes to one address that the monthly report is there, with a link of its own, which can be revoked alone. Not to one
 * that was taken off the list meanwhile. A mail that could not be sent leaves no link behind, and is tried again.
 */
export async function mailReport({ deliverableId, to }: Told, now = new Date()): Promise<void> {
  const subject = await asSystem((tx) => findSubject(tx, { deliverableId, to }));
  if (!subject) return;
  const { organizationId, organizationName, slug, title, period } = subject;
  const [shareId, token] = [uuidv7(), randomSecret()];
  const expiresAt = new Date(now.getTime() + linkDays * dayMs);
  await asSystem((tx) =>
    tx.insert(deliverableShares).values({
      id: shareId,
      organizationId,
      deliverableId,
      tokenHash: hashSecret(token),
      expiresAt,
    }),
  );

  const mail = letter({
    subject: `${organizationName}: ${title}`,
    paragraphs: [
      `The report of ${organizationName} for ${periodWords(period)} is ready.`,
      `The link needs no account and works until ${dateWords(expiresAt.toISOString().slice(0, 10))}.`,
    ],
    action: { label: "Open the report", url: shareUrl(token) },
    smallPrint: {
      text: `${organizationName} chose to send you this each month. If you would rather not get it, tell them.`,
      label: "Where they set it",
      url: `${env.APP_URL}/o/${slug}/analytics/reports`,
    },
  });
  try {
    await deliverMail({ to, id: `report.${deliverableId}.${hashSecret(to).slice(0, 16)}`, ...mail });
  } catch (error) {
    await asSystem((tx) => tx.delete(deliverableShares).where(eq(deliverableShares.id, shareId)));
    throw error;
  }
}

async function findSubject(tx: Transaction, { deliverableId, to }: Told) {
  const [found] = await tx
    .select({
      organizationId: deliverables.organizationId,
      title: deliverables.title,
      periodFrom: deliverables.periodFrom,
      periodTo: deliverables.periodTo,
      organizationName: organizations.name,
      slug: organizations.slug,
      recipients: reportSchedules.recipients,
    })
    .from(deliverables)
    .innerJoin(organizations, eq(organizations.id, deliverables.organizationId))
    .innerJoin(reportSchedules, eq(reportSchedules.organizationId, deliverables.organizationId))
    .where(
      and(
        eq(deliverables.id, deliverableId),
        eq(deliverables.status, "ready"),
        eq(reportSchedules.isOn, true),
      ),
    );
  if (!found?.periodFrom || !found.periodTo || !found.recipients.includes(to)) return undefined;
  return { ...found, period: { from: found.periodFrom, to: found.periodTo } };
}
