import type { Json } from "../contract.ts";
import { at, listIn, objectIn, textIn } from "../json-values.ts";
import { storableText } from "../storable-text.ts";
import type { Recording } from "../synchronization.ts";
import { instantOf, isZooms } from "./told-meeting.ts";

const most = 200;

/** The files of a recording, without the addresses to fetch them. Timelines have no id and are nothing to look at. */
export function toldRecordings(files: Json | undefined): Recording[] {
  return listIn(files)
    .slice(0, most)
    .map(objectIn)
    .flatMap((file) => {
      const id = textIn(at(file, "id"));
      // What is not ready yet cannot be looked at.
      if (!id || at(file, "status") === "processing") return [];
      const bytes = Number(textIn(at(file, "file_size")) ?? Number.NaN);
      const playUrl = textIn(at(file, "play_url"));
      return [
        {
          id: storableText(id, 200),
          kind: storableText(textIn(at(file, "recording_type")) ?? "", 100),
          fileType: textIn(at(file, "file_type"))?.slice(0, 20) ?? null,
          startedAt: instantOf(file, "recording_start")?.toISOString() ?? null,
          endedAt: instantOf(file, "recording_end")?.toISOString() ?? null,
          bytes: bytes >= 0 && bytes <= Number.MAX_SAFE_INTEGER ? Math.round(bytes) : null,
          playUrl: playUrl && isZooms(playUrl) ? playUrl.replace(/[?#].*$/, "") : null,
        },
      ];
    });
}
