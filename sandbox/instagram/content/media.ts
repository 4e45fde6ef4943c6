import { chance } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import { type Day, dayMs } from "../../content/days.ts";
import type { Measured } from "../../content/followers.ts";
import { type Published, publishedBy, type Schedule } from "../../content/published.ts";

export type Product = "FEED" | "REELS" | "STORY";
export type Media = Published & { product: Product; type: "IMAGE" | "VIDEO" | "CAROUSEL_ALBUM" };

const slots = [
  { key: "1", hour: 11, share: 0.5 },
  { key: "2", hour: 17, share: 0.3 },
];
const storySlots = [
  { key: "5", hour: 6, share: 0.6 },
  { key: "6", hour: 12, share: 0.5 },
  { key: "7", hour: 18, share: 0.5 },
];
const mostListed = 10_000;

/** The posts and reels of an account, newest first. */
export function mediaOf(state: ContentState, account: Measured, now: number): Media[] {
  const all = publishedBy(state, account.id, schedule(account.id, slots), now);
  return all.slice(0, mostListed).map(asMedia);
}

/** Its stories of the last 24 hours. */
export function storiesOf(state: ContentState, account: Measured, now: number): Media[] {
  const all = publishedBy(state, account.id, schedule(account.id, storySlots), now);
  return all.filter(({ at }) => at > now - dayMs).map(asMedia);
}

function schedule(userId: string, chosen: Schedule["slots"]): Schedule {
  // Beyond 2^53, as the ids of media are.
  return { slots: chosen, idOf: (day: Day, slot) => `179${slot}${day}${userId.slice(-9)}` };
}

function asMedia(one: Published): Media {
  const slot = one.id[3];
  if (slot === "2") return { ...one, product: "REELS", type: "VIDEO" };
  if (slot === "1") {
    return { ...one, product: "FEED", type: chance(one.id, "album") < 0.35 ? "CAROUSEL_ALBUM" : "IMAGE" };
  }
  return { ...one, product: "STORY", type: chance(one.id, "moves") < 0.4 ? "VIDEO" : "IMAGE" };
}
