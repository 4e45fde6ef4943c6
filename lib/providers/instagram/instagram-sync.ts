import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { readCursor } from "../meta/sync-cursor.ts";
import { onward, stopAt, syncPlan } from "../meta/sync-plan.ts";
import type { Synchronization, SyncRequest, SyncStep } from "../synchronization.ts";
import { accountMetrics } from "./account-metrics.ts";
import { readAccountFigures } from "./read-account-figures.ts";
import { readMedia } from "./read-media.ts";
import { readStories } from "./read-stories.ts";
import { readToday } from "./read-today.ts";

/** An account's posts, reels and the stories of now, with how they did, then its daily figures. */
export const instagramSync: Synchronization = {
  reads: "posts, reels, stories and daily figures of the last 90 days",
  tells: ["followers", "follows", "unfollows", ...accountMetrics.map(({ metric }) => metric)],
  step,
};

async function step(app: AppCredentials, account: Account, request: SyncRequest): Promise<Answer<SyncStep>> {
  const cursor = readCursor(request);
  const plan = syncPlan(request, cursor.startedAt, { stories: true });
  const stop = stopAt(plan, cursor);

  switch (stop?.part) {
    case "content": {
      const media = await readMedia(app, account, cursor, stop.span, request.refused);
      if (!media.ok) return media;
      const { next, ...found } = media.value;
      return { ok: true, value: { ...found, ...onward(plan, cursor, next) } };
    }
    case "stories": {
      const stories = await readStories(app, account, request.refused);
      return stories.ok ? { ok: true, value: { ...stories.value, ...onward(plan, cursor, null) } } : stories;
    }
    case "figures": {
      const isNewest = stop.window === 0;
      const today = isNewest ? await readToday(app, account, request) : nothing;
      if (!today.ok) return today;
      const days = await readAccountFigures(app, account, stop.span, request);
      if (!days.ok) return days;

      const { figures = [], notes = [], refused } = days.value;
      const found = {
        figures: [...today.value.figures, ...figures],
        notes: [...today.value.notes, ...notes],
        refused,
      };
      return { ok: true, value: { ...found, ...onward(plan, cursor, null) } };
    }
    default:
      return { ok: true, value: onward(plan, cursor, null) };
  }
}

const nothing = { ok: true as const, value: { figures: [], notes: [] } };
