import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { zoomInterpreter } from "#lib/providers/zoom/interpret.ts";
import { meetingNews } from "#lib/providers/zoom/meeting-news.ts";

const meeting = {
  id: "85412345678",
  uuid: "4444AAAiAAAAAiAiAiiAii==",
  host_id: "x1yCzABCDEfg23HiJKl4mN",
  topic: "Weekly sync",
  type: 2,
  start_time: "2026-11-21T08:00:05Z",
  timezone: "Europe/Rome",
  duration: 30,
};
const eventTs = 1795248005000;
const tell = (event: string, object: Record<string, Json>) =>
  meetingNews(event, { event, event_ts: eventTs, payload: { account_id: "aBc123", object } });
const time = (hour: number) => ({
  ...{ occurrence_id: `17954244${hour}0000`, start_time: `2026-11-23T${hour}:00:00Z` },
  ...{ duration: 45, status: "available" },
});

describe("what an event tells of a meeting", () => {
  test("is told of its uuid, its number as text, at the moment it happened", () => {
    expect(
      tell("meeting.created", { ...meeting, id: 85412345678, join_url: "https://us06web.zoom.us/j/8?pwd=x" }),
    ).toEqual([
      {
        ...{ uuid: meeting.uuid, meetingId: "85412345678", toldAt: new Date(eventTs), status: "scheduled" },
        ...{ topic: "Weekly sync", type: 2, timeZone: "Europe/Rome", durationMinutes: 30 },
        ...{ startsAt: new Date("2026-11-21T08:00:05Z"), joinUrl: "https://us06web.zoom.us/j/8" },
      },
    ]);
  });

  test("is a plan for each time of one that repeats", () => {
    const times = { ...meeting, type: 8, occurrences: [time(10), { ...time(11), status: "deleted" }] };
    expect(tell("meeting.created", times)).toMatchObject([
      { occurrenceId: "17954244100000", startsAt: new Date("2026-11-23T10:00:00Z"), durationMinutes: 45 },
      { occurrenceId: "17954244110000", status: "deleted" },
    ]);
    expect(tell("meeting.deleted", times).map(({ status }) => status)).toEqual(["deleted", "deleted"]);
    expect(tell("meeting.deleted", meeting)).toMatchObject([{ status: "deleted" }]);
  });

  test("changed leaves out what did not change", () => {
    const [news] = tell("meeting.updated", { id: 85412345678, topic: "Renamed" });
    expect(news).toEqual({
      ...{ uuid: null, meetingId: "85412345678", toldAt: new Date(eventTs), topic: "Renamed" },
    });
    expect(tell("meeting.updated", { id: 85412345678, settings: {} })).toEqual([]);
  });

  test("ended says when, and nothing of what was planned", () => {
    const [news] = tell("meeting.ended", { ...meeting, end_time: "2026-11-21T08:33:20Z", duration: 33 });
    expect(news).toMatchObject({ status: "ended", endsAt: new Date("2026-11-21T08:33:20Z") });
    expect(news).not.toHaveProperty("durationMinutes");
  });

  test("of recordings keeps no address to fetch them, and no link that does not lead to Zoom", () => {
    const file = {
      id: "f1",
      file_type: "MP4",
      file_size: 5,
      recording_type: "audio_only",
      download_url: "https://z",
    };
    const [news] = tell("recording.completed", {
      ...meeting,
      recording_files: [
        { ...file, play_url: "https://us06web.zoom.us/rec/play/abc?pwd=1" },
        { ...file, id: "f2", play_url: "https://zoom.us.example/rec/play/abc" },
        { file_type: "TIMELINE" },
      ],
    });
    expect(news?.recordings).toMatchObject([
      { id: "f1", bytes: 5, kind: "audio_only", playUrl: "https://us06web.zoom.us/rec/play/abc" },
      { id: "f2", playUrl: null },
    ]);
    expect(JSON.stringify(news)).not.toContain('https://z"');
    expect(tell("recording.deleted", meeting)).toMatchObject([{ recordings: [] }]);
  });
});

describe("who came", () => {
  const come = (participant: Record<string, Json>, event = "meeting.participant_joined") =>
    tell(event, { ...meeting, participant }).flatMap(({ stays }) => stays?.list ?? []);
  const guest = {
    user_id: "16778240",
    user_name: "Bo Guest",
    id: "",
    email: "",
    join_time: "2026-11-21T08:01:00Z",
  };

  test("is known by their id at Zoom, else their address, else their name", () => {
    expect(come({ ...guest, id: "zU1", email: "bo@example.com" })).toMatchObject([{ identity: "user:zU1" }]);
    expect(come({ ...guest, email: "Bo@Example.com" })).toMatchObject([{ identity: "email:bo@example.com" }]);
    expect(come(guest)).toEqual([
      {
        ...{ identity: "guest:bo guest", name: "Bo Guest", email: null },
        ...{ joinedAt: new Date("2026-11-21T08:01:00Z"), leftAt: null },
      },
    ]);
  });

  test("and left may be told without when they came", () => {
    const { join_time, ...gone } = guest;
    expect(come({ ...gone, leave_time: "2026-11-21T08:20:00Z" }, "meeting.participant_left")).toMatchObject([
      { joinedAt: null, leftAt: new Date("2026-11-21T08:20:00Z") },
    ]);
    expect(come(gone)).toEqual([]);
  });
});

test("an event without a number, or a moment, is told and has no effect", () => {
  const { id, ...unnamed } = meeting;
  expect(tell("meeting.started", unnamed)).toEqual([]);
  const payload = { event: "meeting.started", payload: { object: meeting } };
  expect(zoomInterpreter.interpret({ eventType: "meeting.started", payload })).toEqual({
    summary: "“Weekly sync” started.",
  });
});

test("whatever an event holds is read without a fault", () => {
  const events = fc.constantFrom(
    "meeting.created",
    "meeting.updated",
    "meeting.participant_left",
    "recording.completed",
  );
  const object = fc.record(
    {
      id: fc.jsonValue(),
      ...{
        uuid: fc.jsonValue(),
        start_time: fc.jsonValue(),
        duration: fc.jsonValue(),
        occurrences: fc.jsonValue(),
      },
      ...{ participant: fc.jsonValue(), recording_files: fc.jsonValue(), join_url: fc.jsonValue() },
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(events, object, (event, told) => {
      expect(Array.isArray(tell(event, told as Record<string, Json>))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
