import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { readCursor } from "../meta/sync-cursor.ts";
import { onward, stopAt, syncPlan } from "../meta/sync-plan.ts";
import type { Synchronization, SyncRequest, SyncStep } from "../synchronization.ts";
import { accountMetrics } from "./account-metrics.ts";
import { followersToday } from "./followers-today.ts";
import { readAccountFigures } from "./read-account-figures.ts";
import { readMedia } from "./read-media.ts";
import { readStories } from "./read-stories.ts";

/** An account's posts, reels and the stories of now, with how they did, then its daily figures. */
export const instagramSync: Synchronization = {
  reads: "posts, reels, stories and daily figures of the last 90 days",
  tells: ["followers", "follows", "unfollows", ...accountMetrics.map(({ metric }) => metric)],
  step,
};

const kept = "Instagram keeps an account's daily figures for 90 days and tells its followers of today only.";

const mostForFew = 100;
const few = "Instagram tells who came and who went only of accounts with at least 100 followers.";

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
    case "figures":
      return figuresStep();
    default:
      return { ok: true, value: onward(plan, cursor, null) };
  }

  async function figuresStep(): Promise<Answer<SyncStep>> {
    if (stop?.part !== "figures") return { ok: true, value: onward(plan, cursor, null) };
    const isNewest = stop.window === 0;
    const followers = isNewest
      ? await followersToday(app, account, request)
      : { ok: true as const, value: [] };
    if (!followers.ok) return followers;
    const told = await readAccountFigures(app, account, stop.span, request);
    if (!told.ok) return told;

    const { figures = [], refused } = told.value;
    const notes = [...(told.value.notes ?? [])];
    if (isNewest && request.kind === "first") notes.unshift(kept);
    if ((followers.value[0]?.value ?? mostForFew) < mostForFew) notes.push(few);
    return {
      ok: true,
      value: {
        figures: [...followers.value, ...figures],
        notes,
        refused,
        ...onward(plan, cursor, null),
      },
    };
  }
}
