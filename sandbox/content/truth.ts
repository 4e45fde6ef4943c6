import type { Day } from "./days.ts";

/** Both days are part of it. */
export type Range = { from: Day; to: Day; timeZone: string };

/** What a platform would tell of an account at this moment, by its own names. A day or metric that is not told is not there. */
export type Truth = {
  accountId: string;
  platform: "facebook" | "instagram";
  /** The zone whose days these are. */
  timeZone: string;
  followers: number;
  /** `isOver` is false for the day it is now. */
  days: { date: string; isOver: boolean; metrics: Record<string, number> }[];
  posts: {
    id: string;
    kind: string;
    text: string | null;
    publishedAt: string;
    metrics: Record<string, number | Record<string, number>>;
  }[];
};
