import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";

/**
 * The meeting that news of an account are about: the very instance, or the latest one under its number. Nothing when it
 * is not known any more.
 */
export function findMeetingId(
  member: Member,
  connectionId: string,
  { uuid, meetingId }: MeetingNews,
): Promise<string | undefined> {
  return asUser(member, async (tx) => {
    const [found] = await tx
      .select({ id: zoomMeetings.id })
      .from(zoomMeetings)
      .where(
        and(
          eq(zoomMeetings.organizationId, member.organizationId),
          eq(zoomMeetings.connectionId, connectionId),
          eq(zoomMeetings.meetingId, meetingId),
        ),
      )
      .orderBy(sql`${zoomMeetings.uuid} is not distinct from ${uuid}::text desc`, desc(zoomMeetings.startsAt))
      .limit(1);
    return found?.id;
  });
}
