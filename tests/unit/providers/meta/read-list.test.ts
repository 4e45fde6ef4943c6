import { expect, test } from "vitest";
import { z } from "zod";
import type { Answer } from "#lib/providers/connect-contract.ts";
import { type ListAnswer, readList } from "#lib/providers/meta/read-list.ts";
import { startOf } from "#lib/providers/meta/sync-cursor.ts";

const from = new Date("2026-10-01T00:00:00Z");
const to = new Date("2026-10-31T00:00:00Z");
const Node = z.object({ at: z.string() }).transform(({ at }) => ({ publishedAt: new Date(at) }));
const cursor = startOf("content", to.toISOString());
const entry = (at: string) => ({ at: `2026-10-${at}T09:00:00Z` });
const page = (data: unknown[], after?: string) =>
  ({
    data,
    ...(after && { paging: { cursors: { after }, next: `https://x.example/?after=${after}` } }),
  }) as ListAnswer;
const tooMuch = (limit: number): Answer<ListAnswer> => ({
  ok: false,
  error: {
    kind: "temporary",
    code: "1",
    sentence: `Not ${limit}.`,
    nextStep: "",
    traceId: null,
    retryAfterSeconds: null,
  },
});

async function read(given: ListAnswer, at = cursor) {
  const list = await readList(at, { from, to }, async () => ({ ok: true, value: given }), Node);
  if (!list.ok) throw new Error(list.error.sentence);
  return list.value;
}

test("pages cover the window between them, each up to where the one before ended", async () => {
  const first = await read(page([entry("30"), entry("20")], "A"));
  const last = await read(page([entry("12")]), first.next ?? cursor);

  expect(first.covers).toEqual({
    after: new Date("2026-10-20T09:00:00Z"),
    before: new Date("2026-10-31T00:00:01Z"),
  });
  expect(last.covers).toEqual({
    after: new Date("2026-09-30T23:59:59Z"),
    before: new Date("2026-10-20T09:00:00Z"),
  });
  expect([first.next?.after, last.next]).toEqual(["A", null]);
});

test("a short page is not the end, an empty one of a list without a next is", async () => {
  expect((await read(page([], "A"))).next).toMatchObject({ after: "A", lastAt: null });
  expect((await read(page([]))).next).toBeNull();
});

test.each([
  ["one of its posts cannot be read", page([entry("30"), { other: 1 }])],
  ["its order is broken", page([entry("12"), entry("30")])],
  ["it begins after where the page before ended", page([entry("30")]), "2026-10-20T09:00:00.000Z"],
  ["it is empty and not the last", page([], "B")],
])("a page says of nothing that it is gone when %s", async (_, given, lastAt: string | null = null) => {
  expect((await read(given, { ...cursor, lastAt })).covers).toBeNull();
});

test("a platform that minds no window is left when it is older than that", async () => {
  const list = await read(page([entry("30"), { at: "2026-09-12T09:00:00Z" }], "A"));
  expect(list.next).toBeNull();
});

test("what is too much is asked for in halves, down to one, and the size that worked is kept", async () => {
  const limits: number[] = [];
  const ask = (most: number) => async (parameters: Record<string, string>) => {
    const limit = Number(parameters.limit);
    limits.push(limit);
    return limit > most ? tooMuch(limit) : { ok: true as const, value: page([entry("30")], "A") };
  };
  const list = await readList(cursor, { from, to }, ask(7), Node);
  expect(limits).toEqual([25, 12, 6]);
  expect(list).toMatchObject({ ok: true, value: { next: { limit: 6 } } });

  limits.length = 0;
  expect(await readList(cursor, { from, to }, ask(0), Node)).toMatchObject({ ok: false });
  expect(limits).toEqual([25, 12, 6, 3, 1]);
});
