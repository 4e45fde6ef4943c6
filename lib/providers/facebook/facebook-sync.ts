import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { readCursor } from "../meta/sync-cursor.ts";
import { onward, stopAt, syncPlan } from "../meta/sync-plan.ts";
import type { Synchronization, SyncRequest, SyncStep } from "../synchronization.ts";
import { readPageFigures } from "./read-page-figures.ts";
import { readPosts } from "./read-posts.ts";

/** A Page's posts with how they did, then its daily figures. */
export const facebookSync: Synchronization = { reads: "posts and daily figures of the last 90 days", step };

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
    default:
      return { ok: true, value: onward(plan, cursor, null) };
  }
}
