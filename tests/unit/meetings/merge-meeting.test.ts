import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstNews, mergeMeeting } from "#lib/meetings/merge-meeting.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";

const uuid = "4444AAAiAAAAAiAiAiiAii==";
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
const news = (minute: number, told: Partial<MeetingNews>): MeetingNews => ({
  ...{ uuid, meetingId: "85412345678", toldAt: at(minute), ...told },
});
const allOf = ([first, ...others]: readonly MeetingNews[]) => {
  if (!first) throw new Error("nothing was told");
  return others.reduce(mergeMeeting, firstNews(first));
};

const created = news(0, {
  ...{ status: "scheduled", topic: "Weekly sync", startsAt: at(10), durationMinutes: 30 },
  joinUrl: "https://us06web.zoom.us/j/85412345678",
});
const started = news(11, { status: "live", topic: "Weekly sync", startsAt: at(11), endsAt: null });
const joined = news(12, { status: "live", startsAt: at(11), stays: { list: [], isComplete: false } });
const left = news(40, { startsAt: at(11), stays: { list: [], isComplete: false } });
const ended = news(40, { status: "ended", startsAt: at(11), endsAt: at(40) });
const recording = {
  id: "1",
  kind: "",
  fileType: null,
  startedAt: null,
  endedAt: null,
  bytes: 5,
  playUrl: null,
};
const recorded = news(50, { startsAt: at(11), recordings: [recording] });
const course = [created, started, joined, left, ended, recorded];

describe("what is told of a meeting", () => {
  test("gives the same, in whatever order it comes and however often", () => {
    const whole = allOf(course);
    expect(whole).toMatchObject({ status: "ended", startsAt: at(11), endsAt: at(40), durationMinutes: 30 });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(course, { minLength: course.length }),
        fc.array(fc.constantFrom(...course), { maxLength: 3 }),
        (shuffled, again) => void expect(allOf([...shuffled, ...again])).toEqual(whole),
      ),
      { numRuns: 60 },
    );
  });

  test("later stands over what was told before it, though it comes first", () => {
    const renamed = news(5, { topic: "Renamed", startsAt: at(20) });
    for (const order of [
      [created, renamed],
      [renamed, created],
    ]) {
      expect(allOf(order)).toMatchObject({
        ...{ topic: "Renamed", startsAt: at(20), durationMinutes: 30, status: "scheduled" },
        joinUrl: created.joinUrl,
      });
    }
  });

  test("and left out stays as it was", () => {
    expect(allOf([created, news(5, { topic: "Renamed" })])).toMatchObject({ startsAt: at(10) });
    expect(allOf([recorded, news(60, { recordings: [] })]).recordings).toEqual([]);
  });
});

describe("that a meeting took place", () => {
  test("is not undone by a list of plans, nor by deleting it afterwards", () => {
    const listed = news(90, { status: "scheduled", startsAt: at(10), topic: "Weekly sync" });
    expect(allOf([started, ended, listed])).toMatchObject({ status: "ended", startsAt: at(11) });
    expect(allOf([started, ended, news(95, { status: "deleted" })])).toMatchObject({ status: "ended" });
  });

  test("is believed when it is told late", () => {
    expect(allOf([created, news(45, { topic: "Renamed" }), started])).toMatchObject({
      ...{ status: "live", startsAt: at(11), topic: "Renamed" },
    });
    expect(allOf([news(95, { status: "deleted" }), started])).toMatchObject({ status: "live" });
  });

  test("is told by someone who stayed, or by a recording, alone", () => {
    expect(allOf([left])).toMatchObject({ status: "live" });
    expect(allOf([recorded])).toMatchObject({ status: "ended" });
  });
});

test("a meeting that was deleted stays so, unless it is planned anew", () => {
  const deleted = news(5, { status: "deleted" });
  expect(allOf([deleted, created])).toMatchObject({ status: "deleted", topic: "Weekly sync" });
  expect(allOf([created, deleted, news(6, { status: "scheduled" })])).toMatchObject({ status: "scheduled" });
});
