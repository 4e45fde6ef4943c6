import { expect, test } from "vitest";
import { noticeJournal } from "#lib/live/notice-journal.ts";
import { topics } from "#lib/live/topics.ts";

test("who comes back with an id hears of what was said since, once, and only of their organization", () => {
  const journal = noticeJournal();
  const first = journal.note("acme", "events");
  expect(journal.missedSince("acme", first)).toEqual([]);

  journal.note("globex", "connections");
  journal.note("acme", "connections");
  const last = journal.note("acme", "connections");
  expect(journal.missedSince("acme", first)).toEqual(["connections"]);
  expect(journal.missedSince("acme", last)).toEqual([]);
  expect(journal.latest()).toBe(last);
});

test("an organization of which nothing was said has missed nothing", () => {
  const journal = noticeJournal();
  const start = journal.latest();
  journal.note("globex", "events");
  expect(journal.missedSince("acme", start)).toEqual([]);
});

test.each([
  ["none", () => null],
  ["nonsense", () => "what?"],
  ["another process's", () => noticeJournal().note("acme", "events")],
  ["one that was never given", (latest: string) => `${latest}9`],
  ["one without a number", (latest: string) => latest.replace(/:.*/, ":")],
])("an id that is %s has missed everything", (_, idFrom) => {
  const journal = noticeJournal();
  const latest = journal.note("acme", "events");
  expect(journal.missedSince("acme", idFrom(latest))).toEqual([...topics]);
});

test("after a time in which nothing was heard, every earlier id has missed everything", () => {
  const journal = noticeJournal();
  const before = journal.note("acme", "events");
  journal.forget();
  expect(journal.missedSince("acme", before)).toEqual([...topics]);
  expect(journal.missedSince("acme", journal.latest())).toEqual([]);
});

test("the organizations longest silent are forgotten, and no one misses anything by it", () => {
  const journal = noticeJournal(2);
  const start = journal.latest();
  const one = journal.note("one", "events");
  journal.note("two", "events");
  journal.note("three", "events");

  expect(journal.missedSince("one", start)).toEqual([...topics]);
  expect(journal.missedSince("one", one)).toEqual([]);
  expect(journal.missedSince("two", one)).toEqual(["events"]);
});
