import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { readCursor } from "../meta/sync-cursor.ts";
import { onward, stopAt, syncPlan } from "../meta/sync-plan.ts";
import type { Synchronization, SyncRequest, SyncStep } from "../synchronization.ts";
import { pageMetrics } from "./page-metrics.ts";
import { readCompetitor } from "./read-competitor.ts";
import { readPageFigures } from "./read-page-figures.ts";
import { readPosts } from "./read-posts.ts";

/** A Page's posts with how they did, then its daily figures, then what competitors show to everyone. */
export const facebookSync: Synchronization = {
  reads: "posts and daily figures of the last 90 days",
  tells: pageMetrics.map(({ metric }) => metric),
  watches: ["facebook", "instagram"],
  step,
};

const noReels = "Facebook does not list reels among a Page's posts, so they are missing here.";

async function step(app: AppCredentials, account: Account, request: SyncRequest): Promise<Answer<SyncStep>> {
  const cursor = readCursor(request);
  const plan = syncPlan(request, cursor.startedAt, { stories: false });
  const stop = stopAt(plan, cursor);

  switch (stop?.part) {
    case "content": {
      const posts = await readPosts(app, account, cursor, stop.span, request.refused);
      if (!posts.ok) return posts;
      const { next, notes = [], ...found } = posts.value;
      const isFirst = request.kind !== "recent" && request.cursor === null;
      const told = isFirst ? [noReels, ...notes] : notes;
      return { ok: true, value: { ...found, notes: told, ...onward(plan, cursor, next) } };
    }
    case "figures": {
      const { now, refused: lately } = request;
      const figures = await readPageFigures(app, account, stop.span, { now, lately });
      return figures.ok ? { ok: true, value: { ...figures.value, ...onward(plan, cursor, null) } } : figures;
    }
    case "competitors": {
      const competitor = await readCompetitor(app, account, stop.competitor);
      if (!competitor.ok) return competitor;
      const { account: isRead, handle, refusal } = competitor.value;
      const notes = isRead && refusal ? [`The posts of ${handle}: ${refusal}`] : [];
      return { ok: true, value: { competitors: [competitor.value], notes, ...onward(plan, cursor, null) } };
    }
    default:
      return { ok: true, value: onward(plan, cursor, null) };
  }
}
