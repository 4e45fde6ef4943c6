import type { Account, Answer, AppCredentials } from "./connect-contract.ts";
import type { Json, ProviderId } from "./contract.ts";

/** What `social_media_analytics.metric_type` may say; each platform maps its own names to these. */
export const metricTypes = [
  "followers",
  "follows",
  "unfollows",
  "engagement",
  "reach",
  "impressions",
  "views",
  "profile_views",
  "likes",
  "comments",
  "shares",
  "saves",
  "accounts_engaged",
  "clicks",
  "conversions",
] as const;
export type MetricType = (typeof metricTypes)[number];

/** Counts by our own words (`likes`, `comments`, `shares`, `saves`, `interactions`, `clicks`; `views`, `reach`). What was not told is not there. */
export type Counts = Readonly<Record<string, number>>;

/** One thing an account published, as the platform tells of it now. */
export type ContentItem = {
  externalId: string;
  type: "post" | "story" | "reel" | "video" | "ad";
  text: string | null;
  /** The first is for showing it small. */
  mediaUrls: readonly string[];
  permalink: string | null;
  publishedAt: Date;
  engagement: Counts;
  reach: Counts;
};

/** One figure of the account on one of its days, written `YYYY-MM-DD`. A day without a figure has none: never 0 for it. */
export type DayFigure = {
  date: string;
  metric: MetricType;
  value: number;
  /** The platform's own name of the metric. */
  sourceMetric: string;
  breakdown?: Json;
};

/** What a competitor shows to everyone. */
export type CompetitorNews = {
  /** The platform it is at, which may be another than that of the account it was read through. */
  provider: ProviderId;
  handle: string;
  /** Null when it could not be read, and then why. */
  account: {
    externalId: string;
    displayName: string;
    avatarUrl: string | null;
    followers: number | null;
    posts: number | null;
  } | null;
  /** With an account: why there are no posts. */
  refusal: string | null;
  items: readonly ContentItem[];
};

/** Someone's stay in a meeting. */
export type Stay = {
  identity: string;
  name: string;
  email: string | null;
  /** Null: only that they left was told. */
  joinedAt: Date | null;
  leftAt: Date | null;
};

export type Recording = {
  id: string;
  kind: string;
  fileType: string | null;
  startedAt: string | null;
  endedAt: string | null;
  bytes: number | null;
  playUrl: string | null;
};

/** What was told of one meeting at one moment. What is left out was not told, and stays as it is. */
export type MeetingNews = {
  /** Null where only the number was told: it is about what is planned under it. */
  uuid: string | null;
  /** Left out: it is about the meeting as a whole, with all its times. */
  occurrenceId?: string;
  meetingId: string;
  /** The moment this was true: nothing older overwrites what is newer. */
  toldAt: Date;
  status?: "scheduled" | "live" | "ended" | "deleted";
  topic?: string;
  agenda?: string | null;
  type?: number | null;
  hostName?: string | null;
  hostEmail?: string | null;
  startsAt?: Date | null;
  endsAt?: Date | null;
  durationMinutes?: number | null;
  timeZone?: string | null;
  joinUrl?: string | null;
  participantCount?: number | null;
  recordings?: readonly Recording[];
  /** Stays that were told of; `isComplete`: there are no others. */
  stays?: { list: readonly Stay[]; isComplete: boolean };
};

export type SyncKind = "first" | "whole" | "recent";

/** What a step is asked. `cursor` is what the step before gave; null for the first. */
export type SyncRequest = {
  kind: SyncKind;
  cursor: Json | null;
  /** The organization's: where the platform lets us choose, a day is one of its days. */
  timeZone: string;
  now: Date;
  /** Metrics that were refused lately and are not to be asked for. */
  refused: readonly string[];
  competitors: readonly { provider: ProviderId; handle: string }[];
};

/** What one step found: small enough to be stored in one transaction, and the same again when it is done twice. */
export type SyncStep = {
  content?: {
    items: readonly ContentItem[];
    /**
     * Between these moments, ends excluded, the items are all there is: what else is stored of that time was removed. With
     * `types`, that is said of these alone: stories are listed for a day only, and not removed by that.
     */
    covers: { after: Date; before: Date; types?: readonly ContentItem["type"][] } | null;
  };
  figures?: readonly DayFigure[];
  meetings?: readonly MeetingNews[];
  /** Of what is planned to begin after this moment, `meetings` are all there is: what else is stored of it was called off. */
  meetingsCover?: { after: Date; toldAt: Date };
  competitors?: readonly CompetitorNews[];
  /** Metrics the platform does not tell, with a sentence for people. */
  refused?: readonly { metric: string; sentence: string }[];
  /** Anything else it does not tell, a sentence each. */
  notes?: readonly string[];
  /** Where to go on; null when this was the last step. */
  next: Json | null;
  /** `doing` tells what the next step does, such as “Reading posts of October”. */
  progress: { done: number; total: number | null; doing: string };
};

/** How the account's content, figures or meetings are read, step by step. Pure: no tenant, no database. */
export interface Synchronization {
  /** What it reads, to follow “Reads”, such as “posts and daily figures of the last 90 days”. */
  reads: string;
  /** The figures of a day it may tell, so that a page can say who would fill it; left out: none. */
  tells?: readonly MetricType[];
  /** The platforms at which it can read other businesses' public accounts through one of these; left out: none. */
  watches?: readonly ProviderId[];
  step(app: AppCredentials, account: Account, request: SyncRequest): Promise<Answer<SyncStep>>;
}
