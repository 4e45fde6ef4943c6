import { now } from "../clock.ts";
import { rhythm } from "./rhythm.ts";
import type { Meeting, ZoomState, ZoomUser } from "./types.ts";

/** A person's meetings, those that were made here and those of their weeks, in the order they start. */
export function meetingsOf(state: ZoomState, user: ZoomUser): Meeting[] {
  const made = state.meetings.filter(({ hostId }) => hostId === user.id);
  return [...made, ...rhythm(user, now())].toSorted((one, other) => one.startTime - other.startTime);
}

/** When it began and ended, as Zoom tells it afterwards. */
export function courseOf({ startTime, duration, startedAt, endedAt }: Meeting): { from: number; to: number } {
  const from = startedAt ?? startTime;
  return { from, to: endedAt ?? from + duration * 60_000 };
}
