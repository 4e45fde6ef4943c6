import type { Answer, Secrets } from "../connect-contract.ts";
import { at, type JsonObject, textIn } from "../json-values.ts";
import { listAll } from "./list-all.ts";
import { patiently } from "./patiently.ts";
import { refusalNote } from "./refusal-note.ts";
import { instantOf } from "./told-meeting.ts";

type Held = { uuids: string[]; notes: string[] };

/** Zoom's kinds of meeting that take place again and again under one number. */
const repeating = new Set(["3", "4", "8"]);

/** The instances that took place since a moment, those of repeating meetings included. */
export async function readHeld(secrets: Secrets, since: Date): Promise<Answer<Held>> {
  const query = { type: "previous_meetings" };
  const listed = await listAll(secrets, { path: "users/me/meetings", key: "meetings", query });
  if (!listed.ok) {
    const note = refusalNote(listed.error, "Past meetings");
    return note === null ? listed : { ok: true, value: { uuids: [], notes: [note] } };
  }

  const isRecent = (item: JsonObject) => (instantOf(item, "start_time") ?? since) >= since;
  const recent = listed.value.items.filter(isRecent);
  const uuids = new Set(recent.flatMap((item) => textIn(at(item, "uuid")) ?? []));
  const numbers = listed.value.items
    .filter((item) => repeating.has(textIn(at(item, "type")) ?? ""))
    .flatMap((item) => textIn(at(item, "id")) ?? []);
  const notes = new Set<string>();
  for (const number of new Set(numbers)) {
    const path = `past_meetings/${encodeURIComponent(number)}/instances`;
    const instances = await patiently(() => listAll(secrets, { path, key: "meetings" }));
    if (instances.ok) {
      for (const item of instances.value.items.filter(isRecent)) uuids.add(textIn(at(item, "uuid")) ?? "");
      continue;
    }
    const note = refusalNote(instances.error, "Each time a repeating meeting took place");
    if (note === null) return instances;
    notes.add(note);
  }
  uuids.delete("");
  return { ok: true, value: { uuids: [...uuids], notes: [...notes] } };
}
