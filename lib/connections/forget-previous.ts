import "server-only";
import { sql } from "drizzle-orm";
import { asSystem } from "#lib/db/as-system.ts";
import { previousMark } from "./previous-mark.ts";

/**
 * Forgets replaced secrets once the platform has signed with the new ones and, for a day, not with the old ones. Whoever
 * never finished changing them there keeps both for 90 days.
 */
export async function forgetPrevious(): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      update connection_credentials k set previous_ciphertext = null, previous_key_id = null
      where previous_ciphertext is not null and (
        saved_at < now() - interval '90 days'
        or saved_at < now() - interval '1 day'
          and exists (
            select from webhook_events e
            where e.connection_id = k.connection_id and e.received_at > k.saved_at
              and e.verified_with not like ${`%${previousMark}`})
          and not exists (
            select from webhook_events e
            where e.connection_id = k.connection_id and e.received_at > now() - interval '1 day'
              and e.verified_with like ${`%${previousMark}`}))`),
  );
}
