import "server-only";
import { and, between, inArray, type SQL } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";
import { receivedAtOf } from "./event-identity.ts";

/** The condition for exactly these events, at least one. Their moments let the planner leave out other weeks' partitions. */
export function theseEvents(ids: string[]): SQL {
  const times = ids.map((id) => receivedAtOf(id).getTime());
  const condition = and(
    inArray(webhookEvents.id, ids),
    between(webhookEvents.receivedAt, new Date(Math.min(...times)), new Date(Math.max(...times))),
  );
  // Two conditions make one.
  return condition as SQL;
}
