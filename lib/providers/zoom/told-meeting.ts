import { at, type JsonObject, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import type { MeetingNews } from "../synchronization.ts";

type Told = Pick<
  MeetingNews,
  "topic" | "agenda" | "type" | "hostEmail" | "startsAt" | "durationMinutes" | "timeZone" | "joinUrl"
>;

const longestTopic = 500;
const longestAgenda = 5_000;

/** What Zoom says of a meeting in events and lists alike. What is not there was not told. */
export function toldMeeting(object: JsonObject): Told {
  const topic = textIn(at(object, "topic"));
  const agenda = textIn(at(object, "agenda"));
  const type = Number(textIn(at(object, "type")) ?? Number.NaN);
  const hostEmail = textIn(at(object, "host_email"));
  const startsAt = instantOf(object, "start_time");
  const duration = Number(textIn(at(object, "duration")) ?? Number.NaN);
  const timeZone = textIn(at(object, "timezone"));
  const joinUrl = textIn(at(object, "join_url"));

  return {
    ...(topic && { topic: storableText(topic, longestTopic) }),
    ...(agenda && { agenda: storableText(agenda, longestAgenda) }),
    ...(Number.isInteger(type) && type >= 0 && type < 1_000 && { type }),
    ...(hostEmail && { hostEmail: storableText(hostEmail, 320) }),
    ...(startsAt && { startsAt }),
    // A meeting that was not planned takes 0 minutes.
    ...(duration >= 1 && duration < 1e6 && { durationMinutes: Math.round(duration) }),
    ...(timeZone && { timeZone: storableText(timeZone, 64) }),
    ...(joinUrl && isZooms(joinUrl) && { joinUrl: storableText(joinUrl, 500).replace(/[?#].*$/, "") }),
  };
}

/** A moment as Zoom writes it; undefined where it is none, or one that no calendar of ours reaches. */
export function instantOf(object: JsonObject, key: string): Date | undefined {
  const moment = Date.parse(textIn(at(object, key)) ?? "");
  return moment > 0 && moment < year2100 ? new Date(moment) : undefined;
}

const year2100 = 4_102_444_800_000;

/** Only what leads to Zoom may become a link. */
export function isZooms(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return protocol === "https:" && username === "" && /(^|\.)zoom\.us$/.test(hostname);
}
