import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "#lib/db/client.ts";
import { storableText } from "#lib/providers/storable-text.ts";
import type { CompetitorNews } from "#lib/providers/synchronization.ts";
import { type Place, type Stored, storeContent } from "./store-content.ts";

type Story = Place & { timeZone: string };

/** Stores what competitors show to everyone, or why one could not be read; of one that is no longer watched, nothing. */
export async function storeCompetitors(
  tx: Transaction,
  story: Story,
  news: readonly CompetitorNews[],
): Promise<Stored> {
  const total = { items: 0, changed: 0, removed: 0 };
  for (const told of news) {
    const competitorId = await watched(tx, story, told);
    if (competitorId === null) continue;
    if (!told.account) {
      await noteRefusal(tx, competitorId, told.refusal ?? "It could not be read.");
      continue;
    }
    await storeAccount(tx, competitorId, told.account);
    await storeDay(tx, story, competitorId, told.account);
    const stored = await storeContent(tx, story, { items: told.items, covers: null }, competitorId);
    total.items += stored.items;
    total.changed += stored.changed;
  }
  return total;
}

async function watched(
  tx: Transaction,
  { connectionId }: Place,
  { provider, handle }: CompetitorNews,
): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from competitors
    where connection_id = ${connectionId}::uuid and provider::text = ${provider} and handle = ${handle.toLowerCase()}
    for update`);
  return row?.id ?? null;
}

function noteRefusal(tx: Transaction, competitorId: string, sentence: string) {
  return tx.execute(sql`
    update competitors set error = ${sentence} where id = ${competitorId}::uuid and error is distinct from ${sentence}`);
}

type Account = NonNullable<CompetitorNews["account"]>;

function storeAccount(tx: Transaction, competitorId: string, account: Account) {
  const { externalId, avatarUrl, followers, posts } = account;
  return tx.execute(sql`
    update competitors set external_id = ${externalId}, display_name = ${storableText(account.displayName)},
      avatar_url = ${avatarUrl}, followers = ${followers}::bigint, posts = ${posts}::bigint, error = null,
      last_synced_at = now()
    where id = ${competitorId}::uuid`);
}

/** The counts of the organization's today; what is not told leaves the day as it is. */
function storeDay(
  tx: Transaction,
  { organizationId, timeZone }: Story,
  competitorId: string,
  { followers, posts }: Account,
) {
  if (followers === null && posts === null) return;
  return tx.execute(sql`
    insert into competitor_figures (competitor_id, organization_id, date, followers, posts)
    values (${competitorId}::uuid, ${organizationId}::uuid, (now() at time zone ${timeZone})::date, ${followers}::bigint,
      ${posts}::bigint)
    on conflict (competitor_id, date) do update set followers = excluded.followers, posts = excluded.posts
    where (competitor_figures.followers, competitor_figures.posts)
      is distinct from (excluded.followers, excluded.posts)`);
}
