import type { Account, Answer, AppCredentials, Secrets } from "../connect-contract.ts";
import type { MeetingNews, Synchronization, SyncRequest, SyncStep } from "../synchronization.ts";
import { readCourse } from "./read-course.ts";
import { readHeld } from "./read-held.ts";
import { readPlans } from "./read-plans.ts";
import { readRecordings } from "./read-recordings.ts";
import { refusalNote } from "./refusal-note.ts";
import { type ZoomCursor, zoomCursor } from "./sync-cursor.ts";

/** A person's meetings: what is planned, what was recorded, and what took place with who came. */
export const zoomSync: Synchronization = {
  reads: "planned meetings, and those of the last 90 days with who came and what was recorded",
  step,
};

const participants = "participants";
const coursesAStep = 5;
const monthMs = 30 * 86_400_000;
const onlyByEvents =
  "Zoom does not list meetings that were never planned: they are known from the moment the account was connected.";

type Found = Pick<SyncStep, "meetings" | "meetingsCover" | "refused" | "notes">;
type Part = (secrets: Secrets, cursor: ZoomCursor, request: SyncRequest) => Promise<Answer<Done>>;
type Done = { found: Found; next: ZoomCursor | null };

async function step(_app: AppCredentials, account: Account, request: SyncRequest): Promise<Answer<SyncStep>> {
  const cursor = zoomCursor(request);
  const answer = await parts[cursor.part](account.secrets, cursor, request);
  if (!answer.ok) return answer;

  const { found, next } = answer.value;
  const done = cursor.done + 1;
  return {
    ok: true,
    value: { ...found, next: next && { ...next, done }, progress: { done, ...ahead(next, done, request) } },
  };
}

const parts: Record<ZoomCursor["part"], Part> = { plans, recordings, held, courses };

async function plans(
  secrets: Secrets,
  cursor: ZoomCursor,
  { now, kind }: SyncRequest,
): Promise<Answer<Done>> {
  const read = await readPlans(secrets, now);
  if (!read.ok) return read;
  const notes = kind === "recent" ? read.value.notes : [onlyByEvents, ...read.value.notes];
  return done({ ...read.value, notes }, { ...cursor, part: "recordings" });
}

async function recordings(secrets: Secrets, cursor: ZoomCursor, { now }: SyncRequest): Promise<Answer<Done>> {
  const from = new Date(cursor.recordingsTo);
  const to = new Date(Math.min(from.getTime() + monthMs, now.getTime()));
  const read = await readRecordings(secrets, { from, to }, now);
  if (!read.ok) {
    const note = refusalNote(read.error, "Recordings");
    return note === null ? read : done({ notes: [note] }, { ...cursor, recorded: null, part: "held" });
  }
  const recorded = [...(cursor.recorded ?? []), ...read.value.flatMap(({ uuid }) => uuid ?? [])];
  const isLast = to.getTime() >= now.getTime();
  return done(
    { meetings: read.value },
    { ...cursor, recorded, recordingsTo: to.toISOString(), part: isLast ? "held" : "recordings" },
  );
}

async function held(secrets: Secrets, cursor: ZoomCursor): Promise<Answer<Done>> {
  const read = await readHeld(secrets, new Date(cursor.since));
  if (!read.ok) return read;
  const { uuids, notes } = read.value;
  return done({ notes }, uuids.length > 0 ? { ...cursor, queue: uuids, part: "courses" } : null);
}

async function courses(secrets: Secrets, cursor: ZoomCursor, request: SyncRequest): Promise<Answer<Done>> {
  const meetings: MeetingNews[] = [];
  const notes = new Set<string>();
  let withPeople = !request.refused.includes(participants);
  let refused: Found["refused"] = [];
  let count = 0;
  for (const uuid of cursor.queue.slice(0, coursesAStep)) {
    const read = await readCourse(secrets, uuid, { now: request.now, withPeople });
    // What was read before Zoom asked for fewer calls is not read again.
    if (!read.ok && read.error.kind === "rate_limited" && count > 0) break;
    if (!read.ok) return read;
    count += 1;
    const { news, note, participantsRefused } = read.value;
    if (note) notes.add(note);
    if (participantsRefused) {
      withPeople = false;
      refused = [{ metric: participants, sentence: participantsRefused }];
    }
    if (news) meetings.push(news, ...unrecorded(news, cursor));
  }
  const queue = cursor.queue.slice(count);
  return done({ meetings, notes: [...notes], refused }, queue.length > 0 ? { ...cursor, queue } : null);
}

/** What is not among the recordings has none any more, as of when they were read: one may have become ready since. */
function unrecorded({ uuid, meetingId }: MeetingNews, { recorded, recordedAt }: ZoomCursor): MeetingNews[] {
  if (recorded === null || uuid === null || recorded.includes(uuid)) return [];
  return [{ uuid, meetingId, toldAt: new Date(recordedAt), recordings: [] }];
}

const done = (found: Found, next: ZoomCursor | null): Answer<Done> => ({ ok: true, value: { found, next } });

/** How many steps there are, as far as is known, and what the next one does. */
function ahead(next: ZoomCursor | null, stepsDone: number, { now }: SyncRequest) {
  if (!next) return { total: stepsDone, doing: "Everything was read" };
  if (next.part === "courses") {
    const count = next.queue.length;
    const doing = `Reading who came to ${count} past ${count === 1 ? "meeting" : "meetings"}`;
    return { total: stepsDone + Math.ceil(count / coursesAStep), doing };
  }
  const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  const from = new Date(next.recordingsTo);
  return {
    total: null,
    doing:
      next.part === "held"
        ? "Reading which meetings took place"
        : `Reading recordings since ${month.format(from < now ? from : now)}`,
  };
}
