import "server-only";
import { sql } from "drizzle-orm";
import { socialMediaContent } from "#drizzle/schema/social.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type ContentQuestion, matchingContent } from "./matching-content.ts";
import { selectContent } from "./select-content.ts";

const page = { pageSize: 50, isWhole: false };

/** A page of what the organization's accounts published; how many posts that is in all, and how many of them are gone. */
export function listContent(member: Member, question: ContentQuestion) {
  const { organizationId } = member;

  return asUser(member, async (tx) => {
    const list = await selectContent(tx, organizationId, question, page);
    const [counted] = await tx
      .select({
        posts: sql<number>`count(*)::int`,
        removed: sql<number>`count(${socialMediaContent.removedAt})::int`,
      })
      .from(socialMediaContent)
      .where(matchingContent(organizationId, question));

    return { ...list, posts: counted?.posts ?? 0, removed: counted?.removed ?? 0 };
  });
}
