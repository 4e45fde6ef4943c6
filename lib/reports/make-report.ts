import "server-only";
import { and, eq } from "drizzle-orm";
import { deliverables, reportSchedules } from "#drizzle/schema/deliverables.ts";
import { logoFile } from "#lib/brand/logo-file.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { notifyOrganization } from "#lib/live/notify.ts";
import { readFile, storeFile } from "#lib/storage/files.ts";
import { type Storage, serviceStorage } from "#lib/storage/service-storage.ts";
import { gatherReport } from "./gather-report.ts";
import { renderReport } from "./pdf/render-report.ts";
import { reportPlace } from "./report-place.ts";

const notSetUp = "Files cannot be stored here yet: SUPABASE_SECRET_KEY is not set.";
const failedForNow =
  "It could not be made just now. Nothing was lost; it is tried again by itself for some minutes.";

/** Gathers a report's figures, writes its PDF and stores it. Safe to run again: the file is written over. */
export async function makeReport(
  { deliverableId, isMonthly }: JobPayload<"report.render">,
  now = new Date(),
): Promise<void> {
  const asked = await asSystem((tx) => begin(tx, deliverableId));
  if (!asked) return;
  const storage = serviceStorage();
  if (!storage) return asSystem((tx) => end(tx, asked, { status: "failed", error: notSetUp }));

  try {
    const { report, logoPath } = await asSystem((tx) => gatherReport(tx, asked, now));
    const logo = logoPath && (await readLogo(storage, logoPath));
    const pdf = await renderReport({ ...report, brand: { ...report.brand, logo: logo || null } });
    const place = reportPlace(asked.organizationId, deliverableId);
    await storeFile(storage, place, { bytes: pdf, type: "application/pdf" });

    await asSystem(async (tx) => {
      const file = { pdfPath: place.path, pdfBytes: pdf.length, readyAt: now };
      await end(tx, asked, { status: "ready", error: null, ...file });
      if (isMonthly) await mailEach(tx, asked);
      // Removed while it was being written: whoever removed it has forgotten the file before it was there.
      const isThere = (await tx.$count(deliverables, eq(deliverables.id, deliverableId))) > 0;
      if (!isThere)
        await enqueue(tx, "deliverable.forget-file", { organizationId: asked.organizationId, deliverableId });
    });
  } catch (error) {
    await asSystem((tx) => end(tx, asked, { status: "failed", error: failedForNow }));
    throw error;
  }
}

type Asked = typeof deliverables.$inferSelect;

async function begin(tx: Transaction, deliverableId: string): Promise<Asked | undefined> {
  const [asked] = await tx
    .update(deliverables)
    .set({ status: "waiting", error: null })
    .where(and(eq(deliverables.id, deliverableId), eq(deliverables.kind, "report")))
    .returning();
  if (asked) await notifyOrganization(tx, asked.organizationId, "reports");
  return asked;
}

async function end(tx: Transaction, { id, organizationId }: Asked, values: Partial<Asked>): Promise<void> {
  await tx.update(deliverables).set(values).where(eq(deliverables.id, id));
  await notifyOrganization(tx, organizationId, "reports");
}

/** A logo that was replaced by something else since it was checked is left out rather than trusted. */
async function readLogo(storage: Storage, path: string): Promise<Buffer | null> {
  const bytes = await readFile(storage, { bucket: "logos", path });
  return bytes && logoFile(bytes).ok ? bytes : null;
}

/** A job for each address, so that one full mailbox keeps the report from nobody else. */
async function mailEach(tx: Transaction, { id, organizationId }: Asked): Promise<void> {
  const [schedule] = await tx
    .select({ recipients: reportSchedules.recipients })
    .from(reportSchedules)
    .where(and(eq(reportSchedules.organizationId, organizationId), eq(reportSchedules.isOn, true)));

  for (const to of schedule?.recipients ?? []) {
    await enqueue(tx, "report.mail", { deliverableId: id, to }, { key: `report.mail:${id}:${to}` });
  }
}
