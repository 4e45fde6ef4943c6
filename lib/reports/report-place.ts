import type { FilePlace } from "#lib/storage/files.ts";

/** Where a report's PDF lies. */
export const reportPlace = (organizationId: string, deliverableId: string): FilePlace => ({
  bucket: "private",
  path: `${organizationId}/reports/${deliverableId}.pdf`,
});
