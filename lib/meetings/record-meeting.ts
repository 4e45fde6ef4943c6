import "server-only";
import type { Transaction } from "#lib/db/client.ts";
import type { MeetingNews } from "#lib/providers/synchronization.ts";

type Place = { connectionId: string; organizationId: string };

/** Writes down what was told of a meeting. What is older than what stands there changes nothing, and twice is as once. */
export async function recordMeeting(tx: Transaction, place: Place, news: MeetingNews): Promise<void> {
  throw new Error(`${tx && place.connectionId}: ${news.uuid} cannot be written down yet`);
}
