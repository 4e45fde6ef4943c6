import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import type { Transaction } from "#lib/db/client.ts";
import { contentOrder } from "./content-order.ts";
import { formatPlace } from "./content-place.ts";
import { type ContentQuestion, matchingContent } from "./matching-content.ts";
import { webAddress } from "./web-address.ts";

/** A table shows the beginning of a text; platforms take tens of thousands of characters. */
const shownText = 280;

export type ContentSummary = Awaited<ReturnType<typeof selectContent>>["items"][number];

/**
 * A page of the posts that are asked for, in their order; what the platform did not count comes last whichever end is first.
 * `further` is where the next page begins. `isWhole` gives the whole of each text.
 */
export async function selectContent(
  tx: Transaction,
  organizationId: string,
  question: ContentQuestion,
  { pageSize, isWhole }: { pageSize: number; isWhole: boolean },
) {
  const { orderBy, key, beyond } = contentOrder(question.filter);
  const content = socialMediaContent;
  const beginning = sql<string | null>`left(${content.contentText}, ${shownText}::int)`;

  // Which posts they are is read from an index alone; only of these the rest. One more than is shown tells whether there
  // is another page, without counting.
  const onPage = tx
    .select({ id: content.id })
    .from(content)
    .where(and(matchingContent(organizationId, question), beyond))
    .orderBy(orderBy)
    .limit(pageSize + 1);
  const rows = await tx
    .select({
      id: content.id,
      key,
      provider: connections.provider,
      account: connections.displayName,
      type: content.contentType,
      text: isWhole ? content.contentText : beginning,
      picture: sql<unknown>`${content.mediaUrls} ->> 0`,
      permalink: content.permalink,
      publishedAt: content.publishedAt,
      removedAt: content.removedAt,
      interactions: content.interactions,
      likes: content.likes,
      comments: content.comments,
      shares: content.shares,
      saves: content.saves,
      reach: content.reach,
      views: content.views,
    })
    .from(content)
    .innerJoin(connections, eq(connections.id, content.connectionId))
    .where(inArray(content.id, onPage))
    .orderBy(orderBy);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);

  return {
    items: shown.map(({ key: _key, picture, permalink, ...row }) => ({
      ...row,
      picture: webAddress(picture),
      permalink: webAddress(permalink),
    })),
    further: rows.length > pageSize && last ? formatPlace(last) : undefined,
  };
}
