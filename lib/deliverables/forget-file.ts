import "server-only";
import type { JobPayload } from "#lib/jobs/payloads.ts";
import { reportPlace } from "#lib/reports/report-place.ts";
import { removeFile } from "#lib/storage/files.ts";
import { serviceStorage } from "#lib/storage/service-storage.ts";

/** Removes the file of a deliverable that is no longer there. */
export async function forgetFile({
  organizationId,
  deliverableId,
}: JobPayload<"deliverable.forget-file">): Promise<void> {
  const storage = serviceStorage();
  // Without the key nothing was ever stored.
  if (storage) await removeFile(storage, reportPlace(organizationId, deliverableId));
}
