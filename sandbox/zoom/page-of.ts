import { ZoomError } from "./zoom-error.ts";

const pageTokenLifeMs = 15 * 60_000;

/** A page of a list, and the token for the one after it: empty at the end, and good for 15 minutes. */
export function pageOf<Item>(
  all: readonly Item[],
  size: number,
  token: string,
): { page: Item[]; next: string } {
  const start = readPageToken(token);
  const end = start + size;
  return { page: all.slice(start, end), next: end < all.length ? pageToken(end) : "" };
}

/** What a caller asks for as `page_size`; Zoom gives 300 at most. */
export function pageSize(query: Record<string, string>): number {
  const size = Math.min(300, Number(query.page_size ?? 30));
  if (!Number.isInteger(size) || size < 1)
    throw new ZoomError(400, { code: 300, message: "Validation Failed." });
  return size;
}

function pageToken(start: number): string {
  return Buffer.from(`${start}:${Date.now() + pageTokenLifeMs}`).toString("base64url");
}

function readPageToken(token: string): number {
  if (!token) return 0;
  const [start, expiresAt] = Buffer.from(token, "base64url").toString().split(":").map(Number);
  if (start === undefined || !expiresAt || expiresAt < Date.now()) {
    throw new ZoomError(400, { code: 300, message: "The next page token is invalid or expired." });
  }
  return start;
}
