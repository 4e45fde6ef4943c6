"use server";

import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { countNewer } from "#lib/webhooks/count-newer.ts";
import { parseEventFilter } from "#lib/webhooks/event-filter.ts";

const Query = z.record(z.string(), z.string()).catch({});
const NewestShown = z.uuidv7().optional().catch(undefined);

/** How many events of the filter in this address are newer than the newest one shown. */
export async function countNewerEvents(slug: string, query: unknown, newestShown: unknown): Promise<number> {
  const member = await requireMember(slug);
  const { filter } = parseEventFilter(Query.parse(query));
  return countNewer(member, filter, NewestShown.parse(newestShown));
}
