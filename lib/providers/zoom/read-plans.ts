import { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { at, type JsonObject, objectIn, textIn } from "../json-values.ts";
import type { MeetingNews, SyncStep } from "../synchronization.ts";
import { zoomApi } from "./api.ts";
import { listAll } from "./list-all.ts";
import { timesIn } from "./meeting-news.ts";
import { patiently } from "./patiently.ts";
import { refusalNote } from "./refusal-note.ts";
import { toldMeeting } from "./told-meeting.ts";
import { withoutSecrets } from "./without-secrets.ts";

type Plans = Required<Pick<SyncStep, "notes">> & Pick<SyncStep, "meetings" | "meetingsCover">;

const repeating = "8";
const withoutTimes = "3";
const mostSeries = 40;
/** A list can lag behind the event that tells of a new meeting. */
const lagMs = 2 * 60_000;

/** What is on and what is planned: of what repeats, each time. Lists name no times, so each series is asked for. */
export async function readPlans(secrets: Secrets, now: Date): Promise<Answer<Plans>> {
  const list = (type: string) =>
    listAll(secrets, { path: "users/me/meetings", key: "meetings", query: { type } });
  const live = await list("live");
  const listed = live.ok ? await list("scheduled") : live;
  if (!live.ok || !listed.ok) {
    const note = listed.ok ? null : refusalNote(listed.error, "Planned meetings");
    return note === null && !listed.ok ? listed : { ok: true, value: { notes: note ? [note] : [] } };
  }

  const news = newsAt(now);
  const isSeries = (item: JsonObject) => textIn(at(item, "type")) === repeating;
  const singles = listed.value.items.filter((item) => !isSeries(item)).flatMap((item) => news(item));
  const numbers = [
    ...new Set(listed.value.items.filter(isSeries).map((item) => textIn(at(item, "id")) ?? "")),
  ];
  const series = await readSeries(secrets, numbers.slice(0, mostSeries), news);
  if (!series.ok) return series;

  const meetings = [...singles, ...series.value.meetings].filter((plan) => isAhead(plan, now));
  const running = live.value.items.flatMap((item) => news(item, { status: "live", endsAt: null }));
  const isWhole = listed.value.isWhole && numbers.length <= mostSeries && series.value.notes.length === 0;
  const cover = { after: now, toldAt: new Date(now.getTime() - lagMs) };
  return {
    ok: true,
    value: {
      meetings: [...running, ...meetings],
      ...(isWhole && { meetingsCover: cover }),
      notes: series.value.notes,
    },
  };
}

type News = ReturnType<typeof newsAt>;

async function readSeries(
  secrets: Secrets,
  numbers: readonly string[],
  news: News,
): Promise<Answer<{ meetings: MeetingNews[]; notes: string[] }>> {
  const meetings: MeetingNews[] = [];
  const notes = new Set<string>();
  for (const number of numbers) {
    const path = `meetings/${encodeURIComponent(number)}`;
    const answer = await patiently(() => zoomApi(secrets, path, z.json()));
    if (!answer.ok) {
      const note = refusalNote(answer.error, "The times of repeating meetings");
      if (note === null) return answer;
      notes.add(note);
      continue;
    }
    const object = objectIn(withoutSecrets(answer.value));
    meetings.push(...timesIn(object).flatMap((time) => news(object, time)));
  }
  return { ok: true, value: { meetings, notes: [...notes] } };
}

/** News of a meeting as a list or its own page tells it at one moment. */
function newsAt(toldAt: Date) {
  return (object: JsonObject, more: Partial<MeetingNews> = { status: "scheduled" }): MeetingNews[] => {
    const uuid = textIn(at(object, "uuid"));
    const meetingId = textIn(at(object, "id"));
    return uuid && meetingId ? [{ uuid, meetingId, toldAt, ...toldMeeting(object), ...more }] : [];
  };
}

/** The list of what is planned also has what is over and could be held again. */
function isAhead({ startsAt, durationMinutes, type }: MeetingNews, now: Date): boolean {
  if (!startsAt) return String(type) === withoutTimes;
  return startsAt.getTime() + (durationMinutes ?? 60) * 60_000 > now.getTime();
}
