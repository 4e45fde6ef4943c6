import { sandboxUrl } from "./sandbox.ts";

type Counts = Record<string, number>;
export type ToldPost = {
  id: string;
  type: string;
  text: string | null;
  at: string;
  engagement: Counts;
  reach: Counts;
};

type Truth = {
  followers: number;
  days: { date: string; isOver: boolean; metrics: Counts }[];
  posts: { id: string; kind: string; text: string | null; publishedAt: string; metrics: Counts }[];
};

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What the sandbox's platforms would tell of an account now, asked of the sandbox itself: not a line of ours in between. */
export async function truthOf(account: string, timeZone: string, daysBack = 92): Promise<Truth> {
  const now = Date.now();
  const query = new URLSearchParams({
    account,
    timeZone,
    from: dayOf(now - daysBack * dayMs),
    to: dayOf(now + dayMs),
  });
  const response = await fetch(`${sandboxUrl}/control/content?${query}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Truth;
}

const only = (counts: Record<string, number | undefined>): Counts =>
  Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );

/** A Page's post in the words of our tables. */
export function ofPage({ id, kind, text, publishedAt, metrics }: Truth["posts"][number]): ToldPost {
  const { reactions: likes = 0, comments = 0, shares = 0 } = metrics;
  return {
    id,
    type: kind === "video" ? "video" : "post",
    text,
    at: publishedAt,
    engagement: only({
      likes,
      comments,
      shares,
      interactions: likes + comments + shares,
      clicks: metrics.post_clicks,
    }),
    reach: only({ views: metrics.post_media_view, reach: metrics.post_total_media_view_unique }),
  };
}

const types: Record<string, string> = { FEED: "post", REELS: "reel", STORY: "story" };

/** An Instagram post, reel or story in the words of our tables. */
export function ofInstagram({ id, kind, text, publishedAt, metrics }: Truth["posts"][number]): ToldPost {
  const isStory = kind === "STORY";
  const likes = metrics.like_count ?? metrics.likes;
  const comments = metrics.comments_count;
  // Of what too few have seen Instagram tells no total; then it is what it does tell, added.
  const sum = likes === undefined || comments === undefined ? undefined : likes + comments;
  return {
    id,
    type: types[kind] ?? kind,
    text,
    at: publishedAt,
    engagement: only({
      likes,
      comments,
      shares: metrics.shares,
      saves: metrics.saved,
      interactions: metrics.total_interactions ?? sum,
      ...(isStory && { replies: metrics.replies, clicks: metrics.link_clicks }),
    }),
    reach: only({ views: metrics.views, reach: metrics.reach }),
  };
}

type ToldMeetings = {
  planned: { uuid: string; occurrenceId: string; topic: string; startTime: string; duration: number }[];
  held: {
    uuid: string;
    topic: string;
    startTime: string;
    endTime: string;
    stays: { name: string; joinTime: string; leaveTime: string }[];
    recordings: string[];
  }[];
};

/** What Zoom would tell of a person's meetings now. */
export async function meetingsOf(userId: string): Promise<ToldMeetings> {
  const response = await fetch(`${sandboxUrl}/control/zoom/users/${userId}/meetings`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as ToldMeetings;
}

/** The same, a line for each thing there is to know. */
export async function meetingLines(userId: string): Promise<string[]> {
  const { planned, held } = await meetingsOf(userId);
  return [
    ...planned.map(({ uuid, occurrenceId, topic, startTime, duration }) =>
      ["planned", uuid, occurrenceId, topic, startTime, duration].join("|"),
    ),
    ...held.flatMap(({ uuid, topic, startTime, endTime, stays, recordings }) => [
      ["held", uuid, topic, startTime, endTime].join("|"),
      ...stays.map(({ name, joinTime, leaveTime }) => ["stay", uuid, name, joinTime, leaveTime].join("|")),
      ...recordings.map((id) => ["recording", uuid, id].join("|")),
    ]),
  ].sort();
}
