import type { zoomMeetings } from "#drizzle/schema/meetings.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";

type Row = typeof zoomMeetings.$inferSelect;

/** What is known of a meeting, beside whose it is. */
export type MeetingState = Pick<
  Row,
  | "topic"
  | "agenda"
  | "type"
  | "status"
  | "hostName"
  | "hostEmail"
  | "startsAt"
  | "endsAt"
  | "durationMinutes"
  | "timeZone"
  | "joinUrl"
  | "participantCount"
  | "recordings"
  | "toldAt"
>;

type Status = MeetingState["status"];

const described = [
  "topic",
  "agenda",
  "type",
  "hostName",
  "hostEmail",
  "durationMinutes",
  "timeZone",
  "joinUrl",
  "participantCount",
  "recordings",
] as const;
const timed = ["startsAt", "endsAt"] as const;

const rank: Readonly<Record<Status, number>> = { scheduled: 0, deleted: 0, live: 1, ended: 2 };
const tookPlace = (status: Status) => rank[status] > 0;

/**
 * What is known once this was told as well. Newer news overwrites, older news fills what nothing is known of; that a meeting
 * took place is believed whenever it is told, and no plan, nor the end of one, undoes it.
 */
export function mergeMeeting(known: MeetingState, news: MeetingNews): MeetingState {
  const isNewer = news.toldAt >= known.toldAt;
  const status = statusAfter(known.status, news.status, isNewer);
  const beginsToBe = !tookPlace(known.status) && tookPlace(status);
  // Times of a plan say nothing of when it really was, and a stay or a recording does not move the meeting.
  const isAside = news.status === undefined && (news.stays !== undefined || news.recordings !== undefined);
  const isPlan = news.status === undefined || !tookPlace(news.status);
  const movesTimes = beginsToBe || (isNewer && !isAside && !(isPlan && tookPlace(known.status)));
  const fillsTimes = !(isPlan && !isAside && tookPlace(known.status));

  return {
    ...known,
    ...pick(described, known, news, () => isNewer),
    ...pick(timed, known, news, (isKnown) => movesTimes || (fillsTimes && !isKnown)),
    status,
    toldAt: isNewer ? news.toldAt : known.toldAt,
  };
}

/** A meeting of which this is the first that was told. */
export function firstNews(news: MeetingNews): MeetingState {
  const { stays, recordings, toldAt } = news;
  const status = stays ? "live" : recordings ? "ended" : "scheduled";
  return mergeMeeting({ ...unknownMeeting, toldAt }, { ...news, status: news.status ?? status });
}

const unknownMeeting: Omit<MeetingState, "toldAt"> = {
  topic: "",
  agenda: null,
  type: null,
  status: "scheduled",
  hostName: null,
  hostEmail: null,
  startsAt: null,
  endsAt: null,
  durationMinutes: null,
  timeZone: null,
  joinUrl: null,
  participantCount: null,
  recordings: [],
};

function statusAfter(known: Status, told: Status | undefined, isNewer: boolean): Status {
  if (told === undefined) return known;
  if (tookPlace(told)) return isNewer || rank[told] > rank[known] ? told : known;
  return isNewer && !tookPlace(known) ? told : known;
}

function pick<Key extends (typeof described)[number] | (typeof timed)[number]>(
  keys: readonly Key[],
  known: MeetingState,
  news: MeetingNews,
  overwrites: (isKnown: boolean) => boolean,
): Partial<MeetingState> {
  const told = keys.flatMap((key) => {
    const value = news[key];
    const isKnown = !isEmpty(known[key]);
    return value !== undefined && (overwrites(isKnown) || !isKnown) ? [[key, value]] : [];
  });
  return Object.fromEntries(told);
}

const isEmpty = (value: unknown) =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);
