import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { webhookReplays } from "#drizzle/schema/webhook-log.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { type Replay, readReplays } from "./read-replays.ts";

/** One replay and how far it is, or nothing when the organization has none of this id. */
export async function findReplay(member: Member, replayId: string): Promise<Replay | undefined> {
  if (!z.uuid().safeParse(replayId).success) return undefined;

  const [replay] = await asUser(member, (tx) =>
    readReplays(tx).where(
      and(eq(webhookReplays.id, replayId), eq(webhookReplays.organizationId, member.organizationId)),
    ),
  );
  return replay;
}
