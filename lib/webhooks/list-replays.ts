import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { readReplays } from "./read-replays.ts";

const pageSize = 30;

/** An organization's replays, newest first, a page at a time; `before` is the id of the last one seen. */
export async function listReplays(member: Member, before?: unknown) {
  const last = z.uuid().safeParse(before).data;
  const rows = await asUser(member, (tx) =>
    readReplays(tx)
      .where(and(eq(webhookReplays.organizationId, member.organizationId), last ? beyond(last) : undefined))
      .orderBy(desc(webhookReplays.requestedAt), desc(webhookReplays.id))
      .limit(pageSize + 1),
  );

  const replays = rows.slice(0, pageSize);
  return { replays, older: rows.length > pageSize ? replays.at(-1)?.id : undefined };
}

function beyond(id: string): SQL {
  return sql`(${webhookReplays.requestedAt}, ${webhookReplays.id}) <
    (select at.requested_at, at.id from ${webhookReplays} as at where at.id = ${id}::uuid)`;
}
