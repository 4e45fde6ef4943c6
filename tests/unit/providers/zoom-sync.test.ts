import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { SyncRequest, SyncStep } from "#lib/providers/synchronization.ts";
import { zoomSync } from "#lib/providers/zoom/zoom-sync.ts";

type Told = { status?: number; body: unknown };
let seen: string[] = [];
let answers: Record<string, Told> = {};

const server = createServer((request, response) => {
  const url = request.url?.replace("/api.zoom.us/v2/", "").replace(/&?page_size=300/, "") ?? "";
  seen.push(url);
  const known = answers[url] ?? answers[url.replace(/\?.*/, "")];
  const { status = 404, body } = known ? { status: 200, ...known } : { body: { code: 3001, message: "No." } };
  response.writeHead(status).end(JSON.stringify(body));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// Read by the app on first use, which is inside the tests.
process.env.PROVIDER_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const app = { clientId: "id", clientSecret: "secret", apiVersion: "v2", publicUrl: "https://a.example" };
const account = { externalId: "host", secrets: { accessToken: "A1", apiUrl: "https://api.zoom.us" } };
const now = new Date("2026-11-21T09:00:00Z");
const uuid = "/abc//d==";
const path = "past_meetings/%252Fabc%252F%252Fd%253D%253D";
const noScope = {
  status: 400,
  body: { code: 4711, message: "does not contain scopes:[meeting:read:past_meeting]" },
};
const list = (meetings: object[] = []) => ({ body: { next_page_token: "", meetings } });

beforeEach(() => {
  seen = [];
  answers = {
    "users/me/meetings?type=live": list(),
    "users/me/meetings?type=scheduled": list([
      { uuid: "s==", id: 1, type: 8, topic: "Check-in", start_time: "2026-11-02T08:00:00Z" },
      {
        uuid: "p==",
        id: 2,
        type: 2,
        topic: "Ahead",
        start_time: "2026-11-22T08:00:00Z",
        join_url: "https://zoom.us/j/2?pwd=x",
      },
      { uuid: "o==", id: 3, type: 2, topic: "Over", start_time: "2026-11-20T08:00:00Z" },
    ]),
    "meetings/1": {
      body: {
        ...{ uuid: "s==", id: 1, type: 8, topic: "Check-in", start_url: "https://zoom.us/s/1?zak=secret" },
        occurrences: [
          { occurrence_id: "77", start_time: "2026-11-23T08:00:00Z", duration: 30, status: "available" },
        ],
      },
    },
    "users/me/meetings?type=previous_meetings": list([
      { uuid, id: 9, type: 2, start_time: "2026-11-20T08:00:00Z" },
      { uuid: "old==", id: 10, type: 2, start_time: "2025-01-01T08:00:00Z" },
    ]),
    "users/me/recordings": list(),
    [path]: {
      body: {
        ...{ uuid, id: 9, topic: "Held", user_name: "Ana", participants_count: 2 },
        ...{ start_time: "2026-11-20T08:01:00Z", end_time: "2026-11-20T08:31:00Z", duration: 30 },
      },
    },
    [`${path}/participants`]: {
      body: {
        participants: [
          { id: "", name: "Bo", join_time: "2026-11-20T08:02:00Z", leave_time: "2026-11-20T08:30:00Z" },
        ],
      },
    },
  };
});

/** Reads from the first step to the last, as the engine does. */
async function read(more: Partial<SyncRequest> = {}) {
  const steps: SyncStep[] = [];
  const base = { kind: "whole", timeZone: "Europe/Rome", now, refused: [], competitors: [] } as const;
  for (let cursor: SyncRequest["cursor"] = null; steps.length < 50; ) {
    const answer = await zoomSync.step(app, account, { ...base, ...more, cursor });
    if (!answer.ok) return { steps, fault: answer.error };
    steps.push(answer.value);
    cursor = answer.value.next;
    if (cursor === null) break;
  }
  return { steps, fault: null };
}

const all = (steps: SyncStep[]) => steps.flatMap(({ meetings }) => meetings ?? []);

describe("an account's meetings", () => {
  test("are read whole: what is ahead by its times, and what took place with who came", async () => {
    const { steps } = await read();
    expect(all(steps)).toMatchObject([
      { uuid: "p==", topic: "Ahead", status: "scheduled", joinUrl: "https://zoom.us/j/2" },
      { uuid: "s==", occurrenceId: "77", startsAt: new Date("2026-11-23T08:00:00Z"), durationMinutes: 30 },
      {
        uuid,
        meetingId: "9",
        status: "ended",
        hostName: "Ana",
        stays: { isComplete: true, list: [{ name: "Bo" }] },
      },
      { uuid, recordings: [] },
    ]);
    expect(JSON.stringify(steps)).not.toContain("secret");
    expect(steps[0]?.meetingsCover).toMatchObject({ after: now });
    expect(steps.at(-1)).toMatchObject({ next: null, progress: { done: steps.length, total: steps.length } });
  });

  test("are asked for by a uuid that is encoded twice", async () => {
    await read({ kind: "recent" });
    expect(seen).toContain(path);
    expect(seen.some((call) => call.includes("old"))).toBe(false);
  });

  test("are not called off by a list that is not whole", async () => {
    answers["meetings/1"] = noScope;
    const { steps } = await read();
    expect(steps[0]?.meetingsCover).toBeUndefined();
    expect(steps[0]?.notes).toContainEqual(
      expect.stringMatching(/^The times of repeating meetings: .*past_meeting/),
    );
  });
});

describe("what Zoom refuses", () => {
  test("costs that part alone, and says so", async () => {
    answers["users/me/recordings"] = noScope;
    answers["users/me/meetings?type=live"] = noScope;
    const { steps, fault } = await read();
    expect(fault).toBeNull();
    expect(all(steps)).toMatchObject([{ uuid, status: "ended" }]);
    expect(steps.flatMap(({ notes }) => notes ?? [])).toEqual([
      expect.stringMatching(/^Zoom does not list meetings that were never planned/),
      expect.stringMatching(/^Planned meetings: /),
      expect.stringMatching(/^Recordings: /),
    ]);
  });

  test("of who came is not asked for again, and the meetings are there without it", async () => {
    answers[`${path}/participants`] = {
      status: 400,
      body: { code: 200, message: "Only available for Paid account." },
    };
    const { steps } = await read();
    expect(steps.at(-1)?.refused).toEqual([
      { metric: "participants", sentence: "Who came: Zoom gives this on paid plans only." },
    ]);
    expect(all(steps).at(-2)).toMatchObject({ uuid, participantCount: 2 });
    expect(all(steps).at(-2)).not.toHaveProperty("stays");

    seen = [];
    await read({ refused: ["participants"] });
    expect(seen.some((call) => call.includes("participants"))).toBe(false);
  });

  test("for the sake of its limits, or because the access has ended, ends the step", async () => {
    answers[path] = { status: 429, body: { code: 429, message: "Too many." } };
    expect((await read()).fault).toMatchObject({ kind: "rate_limited" });
    answers["users/me/meetings?type=live"] = { status: 401, body: { code: 124, message: "Expired." } };
    expect(await read()).toMatchObject({ steps: [], fault: { kind: "reauthorize" } });
  });

  test("after some were read keeps those, and begins with the next", async () => {
    const second = { uuid: "next==", id: 11, type: 2, start_time: "2026-11-20T10:00:00Z" };
    answers["users/me/meetings?type=previous_meetings"] = list([{ uuid, id: 9, type: 2 }, second]);
    answers["past_meetings/next%3D%3D"] = { status: 429, body: { code: 429, message: "Too many." } };
    const { steps, fault } = await read();
    expect(fault).toMatchObject({ kind: "rate_limited" });
    expect(steps.at(-1)).toMatchObject({ meetings: [{ uuid }, { uuid }], next: { queue: ["next=="] } });
  });

  test("because it has forgotten a meeting passes over it", async () => {
    delete answers[path];
    const { steps, fault } = await read();
    expect(fault).toBeNull();
    expect(all(steps).some((news) => news.uuid === uuid)).toBe(false);
  });
});

test("who came a moment ago may not be all of them", async () => {
  const { steps } = await read({ now: new Date("2026-11-20T08:35:00Z") });
  expect(all(steps).find((news) => news.stays)?.stays).toMatchObject({ isComplete: false });
});
