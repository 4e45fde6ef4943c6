import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray } from "drizzle-orm";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";
import { firstNews, type MeetingState, mergeMeeting } from "./merge-meeting.ts";
import { recordStays } from "./record-stays.ts";

type Place = { connectionId: string; organizationId: string };
type Row = typeof zoomMeetings.$inferSelect;

/**
 * Writes down what was told of one meeting; the caller holds the account's meetings for itself. What is older than what
 * stands there overwrites nothing. True when something changed.
 */
export async function recordMeeting(tx: Transaction, place: Place, news: MeetingNews): Promise<boolean> {
  const rows = await rowsOf(tx, place, news);
  const own = rows.filter(({ occurrenceId }) => isMeant(occurrenceId, news, rows));
  if (own.length === 0) return addMeeting(tx, place, news, rows);

  let changed = false;
  for (const row of own) {
    // What is said of all times of a meeting does not say when each is.
    const { startsAt, endsAt, durationMinutes, ...lasting } = news;
    const isOfThisTime = news.occurrenceId !== undefined || row.occurrenceId === "";
    const after = mergeMeeting(stateOf(row), isOfThisTime ? news : lasting);
    const isOther = !isDeepStrictEqual({ ...stateOf(row), toldAt: null }, { ...after, toldAt: null });
    if (isOther) await tx.update(zoomMeetings).set(after).where(eq(zoomMeetings.id, row.id));
    const stayed = news.stays ? await recordStays(tx, row, news.stays) : false;
    changed ||= isOther || stayed;
  }
  return changed;
}

/** The rows of this uuid; where no uuid was told, what is planned under the number. */
function rowsOf(tx: Transaction, { connectionId }: Place, { uuid, meetingId }: MeetingNews) {
  const about =
    uuid === null
      ? and(eq(zoomMeetings.meetingId, meetingId), inArray(zoomMeetings.status, ["scheduled", "deleted"]))
      : eq(zoomMeetings.uuid, uuid);
  return tx
    .select()
    .from(zoomMeetings)
    .where(and(eq(zoomMeetings.connectionId, connectionId), about))
    .orderBy(zoomMeetings.occurrenceId);
}

/** News without an occurrence is about what took place under this uuid or, where it is a plan, about each of its times. */
function isMeant(occurrenceId: string, news: MeetingNews, rows: readonly Row[]): boolean {
  if (news.occurrenceId !== undefined) return occurrenceId === news.occurrenceId;
  const isCourse = news.status === "live" || news.status === "ended" || news.stays || news.recordings;
  return isCourse ? occurrenceId === "" : rows.length > 0;
}

async function addMeeting(
  tx: Transaction,
  place: Place,
  news: MeetingNews,
  rows: readonly Row[],
): Promise<boolean> {
  const { uuid, meetingId, occurrenceId = "" } = news;
  if (uuid === null) return false;

  const state = firstNews(news);
  // Told out of turn: the whole meeting was called off before we heard of this time of it.
  const whole = rows.find((row) => row.occurrenceId === "");
  if (occurrenceId !== "" && whole?.status === "scheduled") {
    // It was told of before it was known to repeat: its times stand for it from now on.
    await tx.delete(zoomMeetings).where(eq(zoomMeetings.id, whole.id));
  }
  const isCalledOff = whole?.status === "deleted" && whole.toldAt >= news.toldAt;
  const [row] = await tx
    .insert(zoomMeetings)
    .values({
      ...{ ...place, uuid, meetingId, occurrenceId, ...state },
      ...(isCalledOff && state.status === "scheduled" && { status: "deleted", toldAt: whole.toldAt }),
    })
    .returning();
  if (row && news.stays) await recordStays(tx, row, news.stays);
  return true;
}

function stateOf(row: Row): MeetingState {
  const { id, organizationId, connectionId, uuid, occurrenceId, meetingId, ...state } = row;
  const { contentHash, createdAt, updatedAt, ...known } = state;
  return known;
}
