import { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { at, objectIn, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import type { MeetingNews } from "../synchronization.ts";
import { zoomApi } from "./api.ts";
import { listAll } from "./list-all.ts";
import { refusalNote } from "./refusal-note.ts";
import { instantOf, toldMeeting } from "./told-meeting.ts";
import { toldStay } from "./told-stay.ts";
import { uuidPath } from "./uuid-path.ts";
import { withoutSecrets } from "./without-secrets.ts";

export type Course = { news: MeetingNews | null; note: string | null; participantsRefused: string | null };

/** Who came is final only some minutes after the end. */
const settledMs = 15 * 60_000;

/** How one instance went: when, how long, and who came. Null where Zoom does not know it any more. */
export async function readCourse(
  secrets: Secrets,
  uuid: string,
  { now, withPeople }: { now: Date; withPeople: boolean },
): Promise<Answer<Course>> {
  const path = `past_meetings/${uuidPath(uuid)}`;
  const answer = await zoomApi(secrets, path, z.json());
  if (!answer.ok) {
    const note = refusalNote(answer.error, "How past meetings went");
    if (note === null) return answer;
    const isGone = answer.error.code?.startsWith("404") ?? false;
    return { ok: true, value: { news: null, note: isGone ? null : note, participantsRefused: null } };
  }

  const object = objectIn(withoutSecrets(answer.value));
  const meetingId = textIn(at(object, "id"));
  if (!meetingId) return { ok: true, value: { news: null, note: null, participantsRefused: null } };

  // Its `duration` is what it took, which its two times say better.
  const { durationMinutes, ...told } = toldMeeting(object);
  const endsAt = instantOf(object, "end_time");
  const people = withPeople ? await readPeople(secrets, path) : null;
  if (people && !people.ok) {
    const note = refusalNote(people.error, "Who came");
    if (note === null) return people;
    return { ok: true, value: { news: newsOf(), note: null, participantsRefused: note } };
  }
  const isSettled = endsAt !== undefined && now.getTime() - endsAt.getTime() > settledMs;
  const stays = people && { list: people.value.list, isComplete: people.value.isWhole && isSettled };
  return {
    ok: true,
    value: { news: { ...newsOf(), ...(stays && { stays }) }, note: null, participantsRefused: null },
  };

  function newsOf(): MeetingNews {
    const hostName = textIn(at(object, "user_name"));
    const hostEmail = textIn(at(object, "user_email"));
    const count = Number(textIn(at(object, "participants_count")) ?? Number.NaN);
    return {
      ...{ uuid, meetingId: meetingId ?? "", toldAt: now, status: "ended", ...told },
      ...(endsAt && { endsAt }),
      ...(hostName && { hostName: storableText(hostName, 200) }),
      ...(hostEmail && { hostEmail: storableText(hostEmail, 320) }),
      ...(count >= 0 && count < 1e6 && { participantCount: Math.round(count) }),
    };
  }
}

async function readPeople(secrets: Secrets, path: string) {
  const listed = await listAll(secrets, { path: `${path}/participants`, key: "participants" });
  if (!listed.ok) return listed;
  // Who waited and was not let in did not come.
  const came = listed.value.items.filter((person) => at(person, "status") !== "in_waiting_room");
  const list = came.flatMap((person) => toldStay(person) ?? []);
  return { ok: true as const, value: { list, isWhole: listed.value.isWhole } };
}
