import type { zoomMeetings } from "#drizzle/schema/meetings.ts";

type Row = typeof zoomMeetings.$inferSelect;

/** `unheld`: its time is over and no start was told; `unended`: it began so long ago that its end must have got lost. */
export type MeetingPhase = "planned" | "live" | "ended" | "unheld" | "unended" | "deleted";

/** Zoom ends every meeting after so many hours. */
export const longestMeetingHours = 30;

/** For how long a planned meeting may yet begin, where its length was not told. */
export const usualMinutes = 60;

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
    return startsAt && since(startsAt) >= (durationMinutes ?? usualMinutes) ? "unheld" : "planned";
  }
  return status;
}
