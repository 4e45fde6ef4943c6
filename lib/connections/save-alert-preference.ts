import "server-only";
import { sql } from "drizzle-orm";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { fail, ok, type Result } from "#lib/result.ts";

/** Whether to write to this person when a connection of this organization breaks. Theirs alone: nobody sets another's. */
export async function saveAlertPreference(member: Member, on: boolean): Promise<Result<null, "too-many">> {
  const { allowed } = await knock("settings", { userId: member.userId });
  if (!allowed) return fail("too-many");

  await asUser(member, (tx) =>
    tx.execute(sql`select private.set_connection_alerts(${member.organizationId}::uuid, ${on})`),
  );
  return ok(null);
}
