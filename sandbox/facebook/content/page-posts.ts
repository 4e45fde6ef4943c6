import { chance, oneOf } from "../../content/chance.ts";
import type { ContentState } from "../../content/content-of.ts";
import { type Measured, sizeOf } from "../../content/followers.ts";
import { grown, luckOf, type Published, publishedBy, type Schedule } from "../../content/published.ts";

/** What Pages publish; their posts carry the Page in their ids. */
function schedule(pageId: string): Schedule {
  return {
    slots: [
      { key: "1", hour: 8, share: 0.45 },
      { key: "2", hour: 15, share: 0.25 },
    ],
    idOf: (day, slot) => `${pageId}_12${slot}${day}${pageId.slice(-4)}`,
  };
}

/** The posts of a Page that are to be seen now, newest first. */
export function pagePosts(state: ContentState, page: Measured, now: number): Published[] {
  return publishedBy(state, page.id, schedule(page.id), now);
}

export type PostKind = "photo" | "album" | "video" | "link" | "status";

export function postKind({ id }: Published): PostKind {
  return oneOf(["photo", "photo", "album", "video", "link", "status"], id, "kind");
}

/** How a post has done so far. */
export function postCounts(state: ContentState, page: Measured, post: Published, now: number) {
  const luck = luckOf(state, post);
  const count = (name: string, share: number) => {
    const final = sizeOf(state, page) * share * luck * (0.6 + 0.8 * chance(post.id, name));
    return grown(Math.round(final), post.at, now);
  };
  const views = count("views", 0.4);
  const reactions = {
    like: count("like", 0.012),
    love: count("love", 0.003),
    wow: count("wow", 0.0007),
    haha: count("haha", 0.0006),
    sorry: count("sorry", 0.0002),
    anger: count("anger", 0.0001),
  };

  return {
    views,
    viewers: Math.floor(views * (0.55 + 0.3 * chance(post.id, "viewers"))),
    clicks: {
      "photo view": count("photo view", 0.006),
      "link clicks": count("link", 0.002),
      other: count("other", 0.004),
    },
    reactions,
    totalReactions: Object.values(reactions).reduce((sum, value) => sum + value, 0),
    comments: count("comments", 0.002),
    shares: count("shares", 0.0012),
  };
}
