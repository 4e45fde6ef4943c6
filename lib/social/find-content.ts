import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { webAddress } from "./web-address.ts";

const Counts = z.record(z.string(), z.number().nullable()).catch({});
const Addresses = z.array(z.unknown()).catch([]);

export type ContentDetail = NonNullable<Awaited<ReturnType<typeof findContent>>>;

/** One post of the organization's own, whole, with everything that was counted of it. */
export async function findContent(member: Member, contentId: string) {
  if (!z.uuid().safeParse(contentId).success) return undefined;
  const content = socialMediaContent;

  const [row] = await asUser(member, (tx) =>
    tx
      .select({
        id: content.id,
        connectionId: content.connectionId,
        provider: connections.provider,
        account: connections.displayName,
        type: content.contentType,
        text: content.contentText,
        mediaUrls: content.mediaUrls,
        permalink: content.permalink,
        publishedAt: content.publishedAt,
        fetchedAt: content.fetchedAt,
        removedAt: content.removedAt,
        engagement: content.engagementMetrics,
        reached: content.reachMetrics,
      })
      .from(content)
      .innerJoin(connections, eq(connections.id, content.connectionId))
      .where(
        and(
          eq(content.id, contentId),
          eq(content.organizationId, member.organizationId),
          eq(content.isCompetitorContent, false),
        ),
      ),
  );
  if (!row) return undefined;

  const { mediaUrls, engagement, reached, permalink, ...told } = row;
  return {
    ...told,
    pictures: Addresses.parse(mediaUrls).flatMap((address) => webAddress(address) ?? []),
    permalink: webAddress(permalink),
    counts: { ...Counts.parse(engagement), ...Counts.parse(reached) },
  };
}
