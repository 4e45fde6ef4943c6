import { type SQL, sql } from "drizzle-orm";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import { longestMeetingHours, longestPlanMinutes, usualMinutes } from "./meeting-phase.ts";

const { id, connectionId, meetingId, status, startsAt, toldAt, durationMinutes } = zoomMeetings;
const planned = sql`make_interval(mins => least(coalesce(${durationMinutes}, ${usualMinutes}), ${longestPlanMinutes}))`;

/** The phases of `meetingPhase` as conditions on a row; the query has to join another table, so that columns are told apart. */
export function meetingConditions(now: Date): Record<"live" | "ahead" | "anytime" | "over", SQL> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const isRecent = sql`(${startsAt} > ${moment} - make_interval(hours => ${longestMeetingHours})
    or (${startsAt} is null and ${toldAt} > ${moment} - make_interval(hours => ${longestMeetingHours})))`;
  const isUnheld = sql`${status} = 'scheduled' and ${startsAt} + ${planned} <= ${moment} and not ${tookPlace}`;
  // What the index can begin at; the rest is looked through.
  const isNear = sql`${startsAt} > ${moment} - make_interval(mins => ${longestPlanMinutes})`;

  return {
    live: sql`${status} = 'live' and ${isRecent}`,
    ahead: sql`${isNear} and ${status} = 'scheduled' and ${startsAt} + ${planned} > ${moment} and not ${tookPlace}`,
    // Zoom's kind of meeting that repeats without fixed times.
    anytime: sql`${status} = 'scheduled' and ${startsAt} is null and ${zoomMeetings.type} = 3`,
    over: sql`${startsAt} <= ${moment}
      and (${status} = 'ended' or (${status} = 'live' and not ${isRecent}) or (${isUnheld}))`,
  };
}

/** A plan that came about: what takes place has a uuid of its own at Zoom, and shares only the number. */
const tookPlace = sql`exists (
  select 1 from zoom_meetings held
  where held.connection_id = ${connectionId} and held.meeting_id = ${meetingId} and held.id <> ${id}
    and held.status in ('live', 'ended')
    and held.starts_at between ${startsAt} - interval '1 hour' and ${startsAt} + greatest(${planned}, interval '1 hour'))`;
