import "server-only";
import type { EventSearch } from "./event-search.ts";
import type { EventStream } from "./event-stream.ts";
import { type Scan, scanStream } from "./scan-stream.ts";
import { beyond } from "./stretch.ts";

const lookAt = 10_000;

/** Reads on in a stream that nothing leads through faster, for as long as a person may be kept waiting. */
export async function walkOn(search: EventSearch, stream: EventStream): Promise<Scan> {
  const ids: string[] = [];
  let stretch = search.stretch;
  for (;;) {
    const scan = await scanStream(
      { ...search, stretch, wanted: search.wanted - ids.length },
      { stream, lookAt },
    );
    ids.push(...scan.ids);
    if (ids.length >= search.wanted || !scan.reached) return { ids };
    if (performance.now() > search.deadline) return { ids, reached: scan.reached };
    stretch = beyond(stretch, scan.reached);
  }
}
