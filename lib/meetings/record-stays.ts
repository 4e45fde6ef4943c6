import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Transaction } from "#lib/db/client.ts";
import type { MeetingNews, Stay } from "#lib/providers/synchronization.ts";

type Stays = NonNullable<MeetingNews["stays"]>;
type Meeting = { id: string; organizationId: string };
type WholeStay = Stay & { joinedAt: Date };

/** Writes down who was in a meeting and when. A complete list replaces what stands there. True when something changed. */
export async function recordStays(
  tx: Transaction,
  { id, organizationId }: Meeting,
  { list, isComplete }: Stays,
): Promise<boolean> {
  const told = JSON.stringify(distinct(list).map(rowOf));
  const rows = sql`jsonb_to_recordset(${told}::jsonb)
    as s (id uuid, identity text, name text, email text, joined_at timestamptz, left_at timestamptz)`;

  const removed = isComplete
    ? await tx.execute(sql`
        delete from zoom_participants p where p.zoom_meeting_id = ${id}::uuid and not exists (
          select 1 from ${rows} where s.identity = p.identity and s.joined_at = p.joined_at)
        returning p.id`)
    : [];
  // Who has left has left: that someone came may be told after it.
  const leftAt = isComplete ? sql`excluded.left_at` : sql`coalesce(excluded.left_at, p.left_at)`;
  const written = await tx.execute(sql`
    insert into zoom_participants as p
      (id, organization_id, zoom_meeting_id, identity, name, email, joined_at, left_at)
    select s.id, ${organizationId}::uuid, ${id}::uuid, s.identity, s.name, s.email, s.joined_at, s.left_at from ${rows}
    on conflict (zoom_meeting_id, identity, joined_at) do update
      set name = excluded.name, email = coalesce(excluded.email, p.email), left_at = ${leftAt}
      where (p.name, p.email, p.left_at)
        is distinct from (excluded.name, coalesce(excluded.email, p.email), ${leftAt})
    returning p.id`);

  let closed = 0;
  for (const stay of list) if (!stay.joinedAt) closed += await closeStay(tx, id, stay);
  return removed.length + written.length + closed > 0;
}

/** Someone left, and when they came was not told: it ends the last stay of theirs that has no end. */
async function closeStay(tx: Transaction, meetingId: string, { identity, leftAt }: Stay): Promise<number> {
  if (!leftAt) return 0;
  const closed = await tx.execute(sql`
    update zoom_participants set left_at = ${leftAt.toISOString()}::timestamptz where id = (
      select id from zoom_participants
      where zoom_meeting_id = ${meetingId}::uuid and identity = ${identity} and left_at is null
        and joined_at <= ${leftAt.toISOString()}::timestamptz
      order by joined_at desc limit 1)
    returning id`);
  return closed.length;
}

/** One of each moment someone came: a list can name it twice. The one with an end says more. */
function distinct(list: readonly Stay[]): WholeStay[] {
  const stays = new Map<string, WholeStay>();
  for (const { joinedAt, ...stay } of list) {
    if (!joinedAt) continue;
    const key = `${joinedAt.getTime()} ${stay.identity}`;
    if (!stays.get(key)?.leftAt) stays.set(key, { ...stay, joinedAt });
  }
  return [...stays.values()];
}

function rowOf({ identity, name, email, joinedAt, leftAt }: WholeStay) {
  const endsAt = leftAt && leftAt < joinedAt ? joinedAt : leftAt;
  return { id: uuidv7(), identity, name, email, joined_at: joinedAt, left_at: endsAt };
}
