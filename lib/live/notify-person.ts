import "server-only";
import { sql } from "drizzle-orm";
import { asUser } from "#lib/db/as-user.ts";
import { liveChannel, type Standing } from "./topics.ts";

/** Has every open page of this person asked anew whether it may listen: a session of theirs has ended. */
export async function notifyPerson(user: { userId: string }): Promise<void> {
  const notice: Standing = { userId: user.userId };
  await asUser(user, (tx) => tx.execute(sql`select pg_notify(${liveChannel}, ${JSON.stringify(notice)})`));
}
