import { expect, test } from "vitest";
import { aZoom } from "./support/a-zoom.ts";

type Listed = { uuid: string; id: number; type: number; topic: string };
type Held = { uuid: string; id: string; topic: string; stays: object[]; recordings: string[] };
type Truth = { planned: { id: string; occurrenceId: string }[]; held: Held[] };

/** Someone who has met others for 13 weeks: what they are told, and what is true. */
async function aHost() {
  const zoom = await aZoom({}, { plan: "licensed", weeks: 13 });
  const { access_token } = await zoom.connect();
  const truth = `${zoom.url}/control/zoom/users/${zoom.user.userId}/meetings`;
  return {
    ask: (path: string) => zoom.api(path, access_token),
    truth: (await (await fetch(truth)).json()) as Truth,
  };
}

const encoded = (uuid: string) =>
  uuid.startsWith("/") || uuid.includes("//")
    ? encodeURIComponent(encodeURIComponent(uuid))
    : encodeURIComponent(uuid);

test("what took place is reached by uuid, by the list and by its instances, and is the truth", async () => {
  const { ask, truth } = await aHost();
  const { held } = truth;
  const { meetings } = (await ask("/users/me/meetings?type=previous_meetings&page_size=300")).body;
  const series = meetings.filter(({ type }: Listed) => type === 8);
  expect(series).toHaveLength(1);
  const { body } = await ask(`/past_meetings/${series[0].id}/instances`);
  const reached = [...meetings, ...body.meetings].map(({ uuid }: { uuid: string }) => uuid);
  expect(new Set(reached)).toEqual(new Set(held.map(({ uuid }) => uuid)));

  const told = held.filter(({ stays }) => stays.length > 0).slice(-3);
  for (const { uuid, topic, stays } of told) {
    const { body } = await ask(`/past_meetings/${encoded(uuid)}`);
    expect(body).toMatchObject({ uuid, topic, participants_count: stays.length });
  }
});

test("a uuid with slashes is not found when it is encoded once", async () => {
  const { ask, truth } = await aHost();
  const { held } = truth;
  const odd = held.find(({ uuid }) => uuid.startsWith("/"));
  expect(odd).toBeDefined();
  const name = odd?.uuid ?? "";
  expect((await ask(`/past_meetings/${encodeURIComponent(name)}`)).status).toBe(404);
  expect((await ask(`/past_meetings/${encoded(name)}`)).body).toMatchObject({ uuid: name });
});

test("who came to an evening of hundreds is told in pages", async () => {
  const { ask, truth } = await aHost();
  const evening = truth.held.find(({ topic }) => topic === "Open evening");
  const path = `/past_meetings/${encoded(evening?.uuid ?? "")}/participants?page_size=300`;
  const first = (await ask(path)).body;
  expect(first.participants).toHaveLength(300);
  const second = (await ask(`${path}&next_page_token=${first.next_page_token}`)).body;
  expect(second).toMatchObject({ next_page_token: "", participants: { length: 11 } });
});

test("recordings are listed by the month, and a timeline has no id", async () => {
  const { ask, truth } = await aHost();
  const { held } = truth;
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  expect((await ask(`/users/me/recordings?from=${day(60)}&to=${day(0)}`)).status).toBe(400);

  const months = [0, 1, 2, 3].map((month) =>
    ask(`/users/me/recordings?page_size=300&from=${day(month * 30 + 29)}&to=${day(month * 30)}`),
  );
  const meetings = (await Promise.all(months)).flatMap(({ body }) => body.meetings);
  expect(new Set(meetings.map(({ uuid }: Listed) => uuid))).toEqual(
    new Set(held.flatMap(({ uuid, recordings }) => (recordings.length > 0 ? [uuid] : []))),
  );
  const { recording_files: files } = meetings.find(({ type }: Listed) => type === 8);
  expect(files.filter((file: object) => !("id" in file))).toMatchObject([{ file_type: "TIMELINE" }]);
});

test("a meeting that repeats tells its times ahead", async () => {
  const { ask, truth } = await aHost();
  const { planned } = truth;
  const times = planned.filter(({ occurrenceId }) => occurrenceId !== "");
  const { body } = await ask(`/meetings/${times[0]?.id}`);
  expect(body.occurrences.map((time: { occurrence_id: string }) => time.occurrence_id)).toEqual(
    times.map(({ occurrenceId }) => occurrenceId),
  );
});
