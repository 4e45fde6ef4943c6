import type { Answer, Secrets } from "../connect-contract.ts";
import { at, textIn } from "../json-values.ts";
import type { MeetingNews } from "../synchronization.ts";
import { listAll } from "./list-all.ts";
import { toldMeeting } from "./told-meeting.ts";
import { toldRecordings } from "./told-recordings.ts";

type Span = { from: Date; to: Date };

/** The cloud recordings of meetings between two days, at most a month apart. */
export async function readRecordings(
  secrets: Secrets,
  { from, to }: Span,
  toldAt: Date,
): Promise<Answer<MeetingNews[]>> {
  const query = { from: dayOf(from), to: dayOf(to) };
  const listed = await listAll(secrets, { path: "users/me/recordings", key: "meetings", query });
  if (!listed.ok) return listed;

  const meetings = listed.value.items.flatMap((item) => {
    const uuid = textIn(at(item, "uuid"));
    const meetingId = textIn(at(item, "id"));
    const recordings = toldRecordings(at(item, "recording_files"));
    // How long it took stands here as its length; what was planned is not told.
    const { durationMinutes, ...told } = toldMeeting(item);
    return uuid && meetingId && recordings.length > 0
      ? [{ uuid, meetingId, toldAt, ...told, recordings }]
      : [];
  });
  return { ok: true, value: meetings };
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
