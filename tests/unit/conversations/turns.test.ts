import fc from "fast-check";
import { expect, test } from "vitest";
import { conversationChange } from "#lib/conversations/conversation-change.ts";
import { startsIn, type Turn, type Wait, waitsIn } from "#lib/conversations/turns.ts";

const hour = 3_600_000;
const received = (at: number): Turn => ({ kind: "received", at });
const sent = (at: number): Turn => ({ kind: "sent", at });

test("a customer waits from their first unanswered message until the first answer", () => {
  const turns = [sent(1), received(2), received(3), sent(5), sent(6), received(8)];
  expect(waitsIn(turns.toReversed())).toEqual([
    { askedAt: 2, answeredAt: 5 },
    { askedAt: 8, answeredAt: null },
  ]);
  expect(waitsIn([sent(4), received(4)])).toEqual([{ askedAt: 4, answeredAt: 4 }]);
  expect(waitsIn([sent(1)])).toEqual([]);
});

test("a conversation begins when a customer writes after a day in which neither side did", () => {
  const turns = [received(0), received(hour), sent(30 * hour), received(50 * hour), received(75 * hour)];
  expect(startsIn(turns)).toEqual([0, 75 * hour]);
  expect(startsIn([sent(0), received(24 * hour), received(48 * hour + 1)])).toEqual([48 * hour + 1]);
});

const turn = fc.record({
  kind: fc.constantFrom("received" as const, "sent" as const),
  at: fc.nat(60).map((hours) => hours * hour),
});

test("applying what changes, piece by piece and in any order, ends where counting all at once does", () => {
  fc.assert(
    fc.property(fc.array(fc.array(turn, { maxLength: 4 }), { maxLength: 6 }), (pieces) => {
      const waits = new Map<number, Wait>();
      const starts = new Set<number>();
      const known: Turn[] = [];
      for (const piece of pieces) {
        const change = conversationChange(known, piece);
        for (const wait of change.waits) waits.set(wait.askedAt, wait);
        for (const askedAt of change.goneWaits) waits.delete(askedAt);
        for (const at of change.starts) starts.add(at);
        for (const at of change.goneStarts) starts.delete(at);
        known.push(...piece);
      }
      const byTime = (left: number, right: number) => left - right;
      expect([...waits.values()].sort((left, right) => left.askedAt - right.askedAt)).toEqual(waitsIn(known));
      expect([...starts].sort(byTime)).toEqual(startsIn(known));
    }),
    { numRuns: 200 },
  );
});
