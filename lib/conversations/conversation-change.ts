import { startsIn, type Turn, type Wait, waitsIn } from "./turns.ts";

/** What news of a conversation change in what was counted of it. */
export type ConversationChange = {
  /** Waits that are new or ended otherwise than was known. */
  waits: Wait[];
  /** When waits were taken to begin that did not. */
  goneWaits: number[];
  starts: number[];
  goneStarts: number[];
};

/** What these messages change, whatever order they come in, given those known around and after them. */
export function conversationChange(known: readonly Turn[], told: readonly Turn[]): ConversationChange {
  const all = [...known, ...told];
  const [before, after] = [waitsIn(known), waitsIn(all)];
  const ends = new Map(before.map(({ askedAt, answeredAt }) => [askedAt, answeredAt]));
  const stays = new Set(after.map(({ askedAt }) => askedAt));
  const [begun, begins] = [new Set(startsIn(known)), new Set(startsIn(all))];

  return {
    waits: after.filter(({ askedAt, answeredAt }) => ends.get(askedAt) !== answeredAt),
    goneWaits: [...ends.keys()].filter((askedAt) => !stays.has(askedAt)),
    starts: [...begins].filter((at) => !begun.has(at)),
    goneStarts: [...begun].filter((at) => !begins.has(at)),
  };
}
