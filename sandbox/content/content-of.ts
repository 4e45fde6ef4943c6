import type { Store } from "../state/store.ts";

/** What was changed by hand of what accounts publish and of their figures; all else follows from account and date. */
export type ContentState = {
  /** Metrics that are refused, by account; under `*` for every account. */
  refused: Record<string, string[]>;
  /** When a post was taken down, in milliseconds by the platforms' clock. */
  deleted: Record<string, number>;
  /** What a post says since it was edited, and when that was. */
  edited: Record<string, { text: string; at: number }>;
  /** Accounts that are told to have fewer than 100 followers. */
  tiny: string[];
  /** Days on which an account did far better than usual, as `YYYY-MM-DD`. */
  busyDays: Record<string, string[]>;
  /** Above this much work the Graph API asks for less; see `costOf`. */
  mostWork: number;
  /** What the app may read of Pages that nobody let it into; Meta gives this to apps it has reviewed. */
  publicPages: "nothing" | "profile" | "posts";
};

/** The part of the state that is about content. */
export function contentOf({ store }: { store: Store }): ContentState {
  return store.part("content", freshContent);
}

function freshContent(): ContentState {
  return {
    // Some sources list it as valid, others as retired.
    refused: { "*": ["page_video_views"] },
    deleted: {},
    edited: {},
    tiny: [],
    busyDays: {},
    mostWork: 400,
    publicPages: "posts",
  };
}

/** Whether this account is refused this metric for now. */
export function isRefused({ refused }: ContentState, accountId: string, metric: string): boolean {
  return [refused["*"], refused[accountId]].some((metrics) => metrics?.includes(metric));
}
