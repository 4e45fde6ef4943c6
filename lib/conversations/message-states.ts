import type { MessageState } from "#lib/providers/contract.ts";
import type { ToldMessage } from "./told-messages.ts";

/** How far a message got, and when. */
export type Reached = { kind: MessageState; at: number };

export type StateMove = Reached & { by: 1 | -1 };

/**
 * What news of messages changes in how many got how far. What was read had arrived, what arrived had been sent and has not
 * failed, whatever was told of it, in whatever order. `reached` gives what was counted under an event's key before.
 */
export function stateMoves(
  messages: readonly ToldMessage[],
  reached: ReadonlyMap<string, number>,
): StateMove[] {
  const moves: StateMove[] = [];
  const told = new Map<string, { known: Reached[]; all: Reached[] }>();

  for (const { kind, at, states } of messages) {
    if (kind === "received") continue;
    const [first] = states ?? [];
    if (!states || !first) {
      moves.push({ kind, at, by: 1 });
      continue;
    }
    const message = told.get(first.externalId) ?? withKnown(states, reached);
    message.all.push({ kind, at });
    told.set(first.externalId, message);
  }
  for (const { known, all } of told.values()) {
    moves.push(...summary(known).map((state) => ({ ...state, by: -1 as const })));
    moves.push(...summary(all).map((state) => ({ ...state, by: 1 as const })));
  }
  return moves;
}

function withKnown(states: NonNullable<ToldMessage["states"]>, reached: ReadonlyMap<string, number>) {
  const known = states.flatMap(({ kind, externalId }): Reached[] => {
    const at = reached.get(externalId);
    return at === undefined ? [] : [{ kind, at }];
  });
  return { known, all: [...known] };
}

function summary(states: readonly Reached[]): Reached[] {
  const first = (...kinds: MessageState[]) =>
    Math.min(...states.filter(({ kind }) => kinds.includes(kind)).map(({ at }) => at));
  const arrived = first("delivered", "read");
  const all: Reached[] = [
    { kind: "sent", at: first("sent", "delivered", "read") },
    { kind: "delivered", at: arrived },
    { kind: "read", at: first("read") },
    { kind: "failed", at: Number.isFinite(arrived) ? Number.POSITIVE_INFINITY : first("failed") },
  ];
  return all.filter(({ at }) => Number.isFinite(at));
}
