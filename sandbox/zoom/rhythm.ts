import { draw, drawnNumber, drawnUuid } from "./draw.ts";
import { attendance } from "./rhythm-people.ts";
import type { Meeting, ZoomUser } from "./types.ts";

const minute = 60_000;
const day = 86_400_000;
const weeksAhead = 3;

/** The name under which all planned times of the person's repeating meeting go. */
export const seriesUuid = (userId: string) => drawnUuid(userId, "check-in");

/**
 * What a person's weeks look like, the same each time they are asked for: a check-in that repeats on Mondays and is left out
 * now and then, talks with customers on some days, and every fourth Friday an evening for hundreds.
 */
export function rhythm(user: ZoomUser, now: number): Meeting[] {
  const past = user.weeks ?? 0;
  if (past === 0) return [];
  const thisWeek = Math.floor((now - 4 * day) / (7 * day));
  const weeks = Array.from({ length: past + weeksAhead + 1 }, (_, index) => thisWeek - past + index);
  return weeks.flatMap((week) => weekOf(user, week, now)).filter((meeting) => meeting !== null);
}

function weekOf(user: ZoomUser, week: number, now: number): (Meeting | null)[] {
  // Day 4 of 1970 was a Monday.
  const monday = (week * 7 + 4) * day;
  const at = (weekday: number, hour: number) => monday + weekday * day + hour * 60 * minute;
  const single = (topic: string, startTime: number, duration: number) =>
    meetingAt(user, { topic, startTime, duration, type: 2 }, now);

  return [
    checkIn(user, at(0, 8), now),
    ...[1, 2, 3].map((weekday) =>
      draw(user.id, week, weekday) < 0.6 ? single("Customer talk", at(weekday, 13), 45) : null,
    ),
    week % 4 === 0 ? single("Open evening", at(4, 17), 90) : null,
  ];
}

/** A time ahead is one of the series; one that took place has a uuid of its own. */
function checkIn(user: ZoomUser, startTime: number, now: number): Meeting | null {
  const plan = {
    topic: "Team check-in",
    startTime,
    duration: 30,
    type: 8,
    agenda: "What went well, what did not",
  };
  const id = drawnNumber(user.id, "check-in");
  if (startTime > now) {
    return { ...meetingAt(user, plan, now), id, uuid: seriesUuid(user.id), occurrenceId: String(startTime) };
  }
  return draw(user.id, startTime, "left out") < 0.15 ? null : { ...meetingAt(user, plan, now), id };
}

type Plan = Pick<Meeting, "topic" | "startTime" | "duration" | "type"> & { agenda?: string };

function meetingAt(user: ZoomUser, plan: Plan, now: number): Meeting {
  const { topic, startTime, duration } = plan;
  const key = [user.id, topic, startTime] as const;
  const startedAt = startTime + Math.floor(draw(...key, "late") * 240) * 1_000;
  const endedAt = startedAt + Math.floor((0.7 + draw(...key, "long") * 0.6) * duration * 60) * 1_000;
  const status = startedAt > now ? "scheduled" : endedAt > now ? "started" : "ended";
  const begun = status !== "scheduled";

  return {
    ...plan,
    id: drawnNumber(...key),
    uuid: drawnUuid(...key),
    hostId: user.id,
    status,
    startedAt: begun ? startedAt : null,
    endedAt: status === "ended" ? endedAt : null,
    participants: status === "ended" ? attendance(user, topic, { startedAt, endedAt }) : [],
    recorded: status === "ended" && user.plan === "licensed" && draw(...key, "recorded") < 0.5,
  };
}
