import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { meetingConditions } from "./meeting-conditions.ts";
import { beyondCursor, meetingCursor } from "./meeting-cursor.ts";
import { meetingPhase } from "./meeting-phase.ts";

const pageSize = 30;
const mostLive = 50;

export type MeetingSummary = Awaited<ReturnType<typeof rowsOf>>[number];
type Order = "earlier" | "later";

/** What takes place now, what is planned, the next first, and what may take place at any time. */
export function listUpcoming(
  member: Member,
  { after, limit = pageSize }: { after?: string; limit?: number } = {},
) {
  const now = new Date();
  const { live, ahead, anytime } = meetingConditions(now);
  return asUser(member, async (tx) => {
    const select = (which: SQL | undefined, most: number, order: Order = "later") =>
      rowsOf(tx, member, { which, most, order, now });
    const page = await select(and(ahead, beyondCursor(after, "later")), limit + 1);
    const meetings = page.slice(0, limit);
    return {
      live: after ? [] : await select(live, mostLive, "earlier"),
      meetings,
      // A list that goes on says so before it tells of those without a time.
      anytime: page.length > limit ? [] : await select(anytime, mostLive),
      next: page.length > limit ? cursorOf(meetings) : undefined,
    };
  });
}

/** What took place, or should have, the last first. */
export function listPast(member: Member, { before }: { before?: string } = {}) {
  const now = new Date();
  return asUser(member, async (tx) => {
    const which = and(meetingConditions(now).over, beyondCursor(before, "earlier"));
    const page = await rowsOf(tx, member, { which, most: pageSize + 1, order: "earlier", now });
    const meetings = page.slice(0, pageSize);
    return { meetings, next: page.length > pageSize ? cursorOf(meetings) : undefined };
  });
}

type Choice = { which: SQL | undefined; most: number; order: Order; now: Date };

async function rowsOf(tx: Transaction, { organizationId }: Member, { which, most, order, now }: Choice) {
  const { id, startsAt } = zoomMeetings;
  const people = (more: SQL) => sql<number>`(
    select count(distinct p.identity)::int from zoom_participants p where p.zoom_meeting_id = ${id} ${more})`;
  const towards = order === "later" ? asc : desc;

  const rows = await tx
    .select({
      ...{
        id,
        startsAt,
        topic: zoomMeetings.topic,
        status: zoomMeetings.status,
        endsAt: zoomMeetings.endsAt,
      },
      ...{
        durationMinutes: zoomMeetings.durationMinutes,
        toldAt: zoomMeetings.toldAt,
        joinUrl: zoomMeetings.joinUrl,
      },
      hostName: sql<string>`coalesce(${zoomMeetings.hostName}, ${connections.displayName})`,
      people: people(sql``),
      present: people(sql`and p.left_at is null`),
      participantCount: zoomMeetings.participantCount,
      recordings: sql<number>`jsonb_array_length(${zoomMeetings.recordings})`,
    })
    .from(zoomMeetings)
    .innerJoin(connections, eq(connections.id, zoomMeetings.connectionId))
    // The policy lets a user see every organization they belong to; this page shows one.
    .where(and(eq(zoomMeetings.organizationId, organizationId), which))
    .orderBy(towards(startsAt), towards(id))
    .limit(most);
  return rows.map(({ status, toldAt, participantCount, people, ...row }) => ({
    ...row,
    phase: meetingPhase({ status, toldAt, ...row }, now),
    // Zoom counts some whom it does not name.
    people: people > 0 ? people : participantCount,
  }));
}

function cursorOf(meetings: readonly MeetingSummary[]): string | undefined {
  const last = meetings.at(-1);
  return last && meetingCursor(last);
}
