import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { zoomInterpreter } from "#lib/providers/zoom/interpret.ts";
import { splitDelivery } from "#lib/providers/zoom/split.ts";

const meeting = {
  id: "85412345678",
  uuid: "4444AAAiAAAAAiAiAiiAii==",
  host_id: "x1yCzABCDEfg23HiJKl4mN",
  topic: "Weekly sync",
  start_time: "2026-11-21T08:00:05Z",
  timezone: "Europe/Rome",
  duration: 30,
};
const tell = (event: string, object: Record<string, Json>) =>
  zoomInterpreter.interpret({ eventType: event, payload: { event, payload: { object } } }).summary;
const someone = { ...meeting, participant: { user_name: "Bo Guest" } };

describe("each kind in one sentence", () => {
  test.each([
    [
      "meeting.created",
      { ...meeting, start_time: "2026-11-23T09:00:00Z" },
      "“Weekly sync” was planned for 23 Nov 2026, 10:00 (Europe/Rome).",
    ],
    ["meeting.created", { id: 85412345678 }, "Meeting 85412345678 was planned."],
    [
      "meeting.updated",
      { id: 85412345678, topic: "New name", start_time: "2026-11-23T09:00:00Z" },
      "“New name” was changed: topic, time.",
    ],
    ["meeting.updated", { id: "1" }, "Meeting 1 was changed."],
    ["meeting.deleted", meeting, "“Weekly sync” was deleted."],
    [
      "meeting.deleted",
      { ...meeting, occurrences: [{ occurrence_id: "1" }] },
      "Some times of “Weekly sync” were deleted.",
    ],
    ["meeting.started", meeting, "“Weekly sync” started."],
    [
      "meeting.ended",
      { ...meeting, end_time: "2026-11-21T08:33:20Z" },
      "“Weekly sync” ended after 33 minutes.",
    ],
    ["meeting.ended", meeting, "“Weekly sync” ended."],
    ["meeting.participant_joined", someone, "Bo Guest joined “Weekly sync”."],
    ["meeting.participant_left", someone, "Bo Guest left “Weekly sync”."],
    ["meeting.participant_joined", meeting, "Someone joined “Weekly sync”."],
    ["meeting.participant_joined_waiting_room", someone, "Bo Guest is waiting to join “Weekly sync”."],
    ["meeting.participant_admitted", someone, "Bo Guest was let into “Weekly sync”."],
    [
      "recording.completed",
      { ...meeting, recording_files: [{}, {}] },
      "The recording of “Weekly sync” is ready, 2 files.",
    ],
    [
      "recording.completed",
      { ...meeting, recording_files: [{}] },
      "The recording of “Weekly sync” is ready, 1 file.",
    ],
    ["recording.completed", {}, "The recording of a meeting is ready."],
    ["recording.trashed", meeting, "The recording of “Weekly sync” was moved to the trash."],
    ["recording.started", { topic: "$& and *" }, "The recording of “$& and *” started."],
    ["user.updated", {}, "An event of a kind that is not handled yet: user.updated."],
  ])("%s", (event, object, sentence) => {
    expect(tell(event, object)).toBe(sentence);
  });

  test("a time zone nobody knows does not hide the time", () => {
    expect(tell("meeting.created", { ...meeting, timezone: "Mars/Olympus" })).toContain("8:00 (UTC)");
  });

  test("a long topic is cut between characters", () => {
    expect(tell("meeting.started", { topic: "👋".repeat(200) })).toBe(`“${"👋".repeat(120)}…” started.`);
  });
});

test("removing the app withdraws what that person granted", () => {
  const payload = { payload: { user_id: "theirs" } };
  expect(zoomInterpreter.interpret({ eventType: "app_deauthorized", payload })).toEqual({
    summary: "The person removed this app at Zoom.",
    effect: { kind: "grant_withdrawn", authorizedBy: "theirs" },
  });
  expect(zoomInterpreter.interpret({ eventType: "app_deauthorized", payload: {} }).effect).toBeUndefined();
});

test("an unknown kind keeps Zoom's own word", () => {
  expect(zoomInterpreter.label("phone.callee_answered")).toBe("phone.callee_answered");
  expect(zoomInterpreter.label("constructor")).toBe("constructor");
  expect(zoomInterpreter.label("meeting.started")).toBe("Meeting started");
});

const keys = [
  "event",
  "event_ts",
  "payload",
  "object",
  "account_id",
  "user_id",
  "client_id",
  "id",
  "uuid",
  "host_id",
];
const more = [
  "participant",
  "user_name",
  "topic",
  "start_time",
  "end_time",
  "timezone",
  "occurrences",
  "recording_files",
];
const nearlyRight = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue() as fc.Arbitrary<Json>,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys, ...more, "__proto__", "constructor"), tie("value"), {
      maxKeys: 6,
    }),
  ),
})).value;
const event = fc.constantFrom(
  "meeting.created",
  "meeting.updated",
  "meeting.ended",
  "recording.completed",
  "app_deauthorized",
  "constructor",
);
const bodies = fc.oneof(
  nearlyRight,
  fc.record({
    event,
    event_ts: nearlyRight,
    payload: fc.oneof(nearlyRight, fc.record({ object: nearlyRight })),
  }),
) as fc.Arbitrary<Json>;

test("whatever comes is split without a throw, the same twice, and told in words", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const events = splitDelivery(body, "ours");
      expect(splitDelivery(structuredClone(body), "ours")).toEqual(events);
      for (const { eventType, externalId, occurredAt, payload } of events) {
        expect(externalId.length).toBeLessThanOrEqual(255);
        expect(eventType).toMatch(/\S/);
        expect(Number.isNaN(occurredAt?.getTime())).toBe(false);
        expect(zoomInterpreter.interpret({ eventType, payload }).summary).toMatch(/\S/);
        // What is stored is an event again, with the key it came with.
        expect(splitDelivery(payload, "ours")[0]?.externalId).toBe(externalId);
      }
    }),
    { numRuns: 1000 },
  );
});
