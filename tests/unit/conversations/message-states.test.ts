import fc from "fast-check";
import { expect, test } from "vitest";
import { stateMoves } from "#lib/conversations/message-states.ts";
import type { ToldMessage } from "#lib/conversations/told-messages.ts";
import type { MessageState } from "#lib/providers/contract.ts";

const kinds: MessageState[] = ["sent", "delivered", "read", "failed"];
const states = kinds.map((kind) => ({ kind, externalId: `m:${kind}` }));
const news = (kind: MessageState, at: number): ToldMessage => ({ kind, at, contact: null, states });
const total = (moves: ReturnType<typeof stateMoves>) =>
  Object.fromEntries(
    kinds.map((kind) => [
      kind,
      moves.filter((move) => move.kind === kind).reduce((sum, { by }) => sum + by, 0),
    ]),
  );

test("what was read had arrived and been sent, though neither was told", () => {
  expect(total(stateMoves([news("read", 5)], new Map()))).toEqual({
    sent: 1,
    delivered: 1,
    read: 1,
    failed: 0,
  });
  const later = stateMoves([news("delivered", 4)], new Map([["m:read", 5]]));
  expect(total(later)).toEqual({ sent: 0, delivered: 0, read: 0, failed: 0 });
  expect(later).toContainEqual({ kind: "delivered", at: 4, by: 1 });
});

test("one that arrived has not failed", () => {
  expect(total(stateMoves([news("failed", 5)], new Map()))).toMatchObject({ failed: 1, delivered: 0 });
  const moves = stateMoves([news("delivered", 6)], new Map([["m:failed", 5]]));
  expect(total(moves)).toEqual({ sent: 1, delivered: 1, read: 0, failed: -1 });
});

test("what a platform tells without states counts as it is told", () => {
  const echo: ToldMessage = { kind: "sent", contact: "a", at: 7 };
  expect(stateMoves([echo, { ...echo, kind: "received" }], new Map())).toEqual([
    { kind: "sent", at: 7, by: 1 },
  ]);
});

test("any order of arrival counts the same", () => {
  const told = fc.uniqueArray(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(9) }), {
    selector: ({ kind }) => kind,
  });
  fc.assert(
    fc.property(told, (messages) => {
      const moves = [];
      const reached = new Map<string, number>();
      for (const { kind, at } of messages) {
        moves.push(...stateMoves([news(kind, at)], reached));
        reached.set(`m:${kind}`, at);
      }
      const atOnce = stateMoves(
        messages.map(({ kind, at }) => news(kind, at)),
        new Map(),
      );
      expect(netOf(moves)).toEqual(netOf(atOnce));
    }),
    { numRuns: 100 },
  );
});

function netOf(moves: ReturnType<typeof stateMoves>) {
  const net = new Map<string, number>();
  for (const { kind, at, by } of moves) net.set(`${kind} ${at}`, (net.get(`${kind} ${at}`) ?? 0) + by);
  return [...net].filter(([, count]) => count !== 0).sort();
}
