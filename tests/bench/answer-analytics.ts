import { readAnalytics } from "#lib/analytics/read-analytics.ts";
import { readScope } from "#lib/analytics/read-scope.ts";
import { closeDatabase } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { parseContentFilter } from "#lib/social/content-filter.ts";
import { listContent } from "#lib/social/list-content.ts";

const member = JSON.parse(process.env.BENCH_MEMBER ?? "") as Member;

process.on("message", async ({ query, isContent }: { query: Record<string, string>; isContent: boolean }) => {
  const started = performance.now();
  await (isContent ? content(query) : readAnalytics(member, query));
  process.send?.(performance.now() - started);
});
process.on("disconnect", closeDatabase);

async function content(query: Record<string, string>): Promise<void> {
  const { filter, connectionIds } = await readScope(member, query);
  await listContent(member, { range: filter.range, connectionIds, filter: parseContentFilter(query).filter });
}
