import type { zoomMeetings } from "#drizzle/schema/meetings.ts";

type Row = typeof zoomMeetings.$inferSelect;

/** `unheld`: its time is over and no start was told; `unended`: it began so long ago that its end must have got lost. */
export type MeetingPhase = "planned" | "live" | "ended" | "unheld" | "unended" | "deleted";

/** Zoom ends every meeting after so many hours. */
export const longestMeetingHours = 30;

/** For how long a planned meeting may yet begin: its length, this where it was not told, and a day at most. */
export const usualMinutes = 60;
export const longestPlanMinutes = 24 * 60;

/** Where a meeting stands at this moment. */
export function meetingPhase(
  {
    status,
    startsAt,
    durationMinutes,
    toldAt,
  }: Pick<Row, "status" | "startsAt" | "durationMinutes" | "toldAt">,
  now: Date,
): MeetingPhase {
  const since = (moment: Date) => (now.getTime() - moment.getTime()) / 60_000;

  if (status === "live") return since(startsAt ?? toldAt) < longestMeetingHours * 60 ? "live" : "unended";
  if (status === "scheduled") {
    const planned = Math.min(durationMinutes ?? usualMinutes, longestPlanMinutes);
    return startsAt && since(startsAt) >= planned ? "unheld" : "planned";
  }
  return status;
}
