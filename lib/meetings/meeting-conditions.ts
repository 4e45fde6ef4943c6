import { type SQL, sql } from "drizzle-orm";
import { zoomMeetings } from "#drizzle/schema/meetings.ts";
import { longestMeetingHours, usualMinutes } from "./meeting-phase.ts";

const { id, connectionId, meetingId, status, startsAt, toldAt, durationMinutes } = zoomMeetings;
const planned = sql`make_interval(mins => coalesce(${durationMinutes}, ${usualMinutes}))`;

/** The phases of `meetingPhase` as conditions on a row; the query has to join another table, so that columns are told apart. */
export function meetingConditions(now: Date): Record<"live" | "ahead" | "anytime" | "over", SQL> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const isRecent = sql`coalesce(${startsAt}, ${toldAt}) > ${moment} - make_interval(hours => ${longestMeetingHours})`;
  const isUnheld = sql`${status} = 'scheduled' and ${startsAt} + ${planned} <= ${moment} and not ${tookPlace}`;

  return {
    live: sql`${status} = 'live' and ${isRecent}`,
    ahead: sql`${status} = 'scheduled' and ${startsAt} + ${planned} > ${moment} and not ${tookPlace}`,
    // Zoom's kind of meeting that repeats without fixed times.
    anytime: sql`${status} = 'scheduled' and ${startsAt} is null and ${zoomMeetings.type} = 3`,
    over: sql`${startsAt} is not null
      and (${status} = 'ended' or (${status} = 'live' and not ${isRecent}) or (${isUnheld}))`,
  };
}

/** A plan that came about: what takes place has a uuid of its own at Zoom, and shares only the number. */
const tookPlace = sql`exists (
  select 1 from zoom_meetings held
  where held.connection_id = ${connectionId} and held.meeting_id = ${meetingId} and held.id <> ${id}
    and held.status in ('live', 'ended')
    and held.starts_at between ${startsAt} - interval '1 hour' and ${startsAt} + greatest(${planned}, interval '1 hour'))`;
