import { createHash } from "node:crypto";
import type { ContentItem } from "#lib/providers/synchronization.ts";

/**
 * The digest of all that a platform told of something published, in one order whatever order it was told in. Of media only
 * the paths: platforms sign their addresses anew each time they are asked.
 */
export function contentHash({ externalId: _, mediaUrls, publishedAt, ...told }: ContentItem): string {
  const canonical = sorted({
    ...told,
    publishedAt: publishedAt.toISOString(),
    media: mediaUrls.map(pathOf),
  });
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  );
}
