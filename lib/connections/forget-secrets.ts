import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { forgetPrevious } from "./forget-previous.ts";

/** Forgets secrets that have done their work: replaced ones nobody signs with, and those that can no longer be renewed. */
export async function forgetSecrets(): Promise<void> {
  await forgetPrevious();
  await asSystem(async (tx) => {
    await tx.execute(sql`select cleanup_expired_zoom_tokens()`);
    await tx.execute(sql`
      delete from private.renewal_marks m
      where not exists (select from connection_credentials k where k.connection_id = m.connection_id)`);
  });
}
