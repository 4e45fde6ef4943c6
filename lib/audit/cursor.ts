import { z } from "zod";

const AuditCursor = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** A place in the log: the exact instant of an entry, and its id to settle ties. */
export type AuditCursor = z.infer<typeof AuditCursor>;

/** The cursor as it stands in an address. */
export function formatCursor({ at, id }: AuditCursor): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/** Reads a cursor back; anything that is not one counts as none. */
export function parseCursor(text: unknown): AuditCursor | undefined {
  if (typeof text !== "string") return undefined;

  const plain = Buffer.from(text, "base64url").toString();
  const separator = plain.lastIndexOf(" ");
  return AuditCursor.safeParse({ at: plain.slice(0, separator), id: plain.slice(separator + 1) }).data;
}
