import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "./event-filter.ts";
import { receivedAtOf } from "./event-identity.ts";
import { eventSpan } from "./event-span.ts";

/** A stretch of the list between two places, and the way it is read. */
export type Stretch = { newestFirst: boolean; olderThan: string; newerThan?: string };

/** Nothing is received in the future; a day is more than clocks disagree by. */
const leewayMs = 86_400_000;

/** Where a filter's events stand; nothing where it contradicts itself. */
export function stretchOf(filter: EventFilter, now: Date): Stretch | undefined {
  const { from, to } = eventSpan(filter, now);
  const soon = idAt(new Date(now.getTime() + leewayMs));
  // Ids of version 7 sort by their moment.
  const [olderThan = soon] = [soon, to ? idAt(to) : soon, filter.before ?? soon].toSorted();
  const newerThan = [from ? idAt(from) : "", filter.after ?? ""].toSorted()[1] ?? "";
  if (newerThan >= olderThan) return undefined;
  return { newestFirst: filter.after === undefined, olderThan, ...(newerThan && { newerThan }) };
}

/** An id that no event has, before all of this moment and after all of the moment before. */
export function idAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/**
 * The condition of a stretch. An id holds its moment, so the pair in the index is known from the id alone; the moment
 * is said by itself as well, since by that the partitions are chosen.
 */
export function within({ newerThan, olderThan }: Stretch): SQL {
  const older = sql`received_at <= ${momentOf(olderThan)} and (received_at, id) < ${edge(olderThan)}`;
  if (!newerThan) return older;
  return sql`${older} and received_at >= ${momentOf(newerThan)} and (received_at, id) > ${edge(newerThan)}`;
}

/** The order a stretch is read in. */
export const inOrder = ({ newestFirst }: Stretch) =>
  newestFirst ? sql`received_at desc, id desc` : sql`received_at, id`;

/** What is left of a stretch that was read as far as this id. */
export const beyond = (stretch: Stretch, id: string): Stretch =>
  stretch.newestFirst ? { ...stretch, olderThan: id } : { ...stretch, newerThan: id };

/** What is before this id, on the way the stretch is read. */
export const upTo = (stretch: Stretch, id: string): Stretch =>
  stretch.newestFirst ? { ...stretch, newerThan: id } : { ...stretch, olderThan: id };

const momentOf = (id: string) => sql`${receivedAtOf(id).toISOString()}::timestamptz`;
const edge = (id: string) => sql`(${momentOf(id)}, ${id}::uuid)`;
