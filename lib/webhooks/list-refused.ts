import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok } from "#lib/result.ts";
import { refusalWords, senderName } from "./refusal-words.ts";
import { type RefusedRange, refusedRanges } from "./refused-ranges.ts";

const Headers = z.record(z.string(), z.string()).catch({});

/**
 * What was refused in a range, by who sent it and why, the most first: counts for a chart, the worst minute, a few samples.
 * It is the installation's, since what proves nothing belongs to no organization; owners and admins of any may look.
 */
export async function listRefused(member: Member, range: RefusedRange, now = new Date()) {
  if (!hasRole(member, "admin")) return fail("admins-only");

  const { hours, barMinutes } = refusedRanges[range];
  const barMs = barMinutes * 60_000;
  const to = new Date(Math.ceil((now.getTime() + 1) / barMs) * barMs);
  const from = new Date(to.getTime() - hours * 3_600_000);
  const { counts, samples } = await asSystem(async (tx) => ({
    counts: await countBars(tx, { from, to }, barMinutes * 60),
    samples: await findSamples(tx),
  }));

  const causes = Object.values(Object.groupBy(counts, ({ sender, reason }) => `${sender} ${reason}`)).flatMap(
    (own = []) => {
      const [first] = own;
      if (!first) return [];

      const { sender, reason } = first;
      const bars = Array.from({ length: (hours * 60) / barMinutes }, () => 0);
      for (const { bar, count } of own) bars[bar] = count;
      return {
        sender,
        reason,
        senderName: senderName(sender),
        ...refusalWords(sender, reason),
        total: own.reduce((sum, { count }) => sum + count, 0),
        mostInAMinute: Math.max(...own.map(({ most }) => most)),
        lastAt: new Date(Math.max(...own.map(({ last }) => last.getTime()))),
        bars,
        samples: samples.filter((sample) => sample.sender === sender && sample.reason === reason),
      };
    },
  );
  const mostFirst = causes.toSorted(
    (left, right) => right.total - left.total || right.lastAt.getTime() - left.lastAt.getTime(),
  );
  return ok({ from, to, barMinutes, causes: mostFirst });
}

type BarRow = { sender: string; reason: string; bar: number; count: number; most: number; last: string };

async function countBars(tx: Transaction, { from, to }: { from: Date; to: Date }, barSeconds: number) {
  const rows = await tx.execute<BarRow>(sql`
    select sender, reason, floor(extract(epoch from minute - ${from.toISOString()}::timestamptz) / ${barSeconds}::int)::int as bar,
      sum(count)::float8 as count, max(count) as most, to_json(max(minute)) #>> '{}' as last
    from webhook_rejections
    where minute >= ${from.toISOString()}::timestamptz and minute < ${to.toISOString()}::timestamptz
    group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, last: new Date(row.last) }));
}

type SampleRow = {
  id: string;
  sender: string;
  reason: string;
  at: string;
  method: string;
  path: string;
  headers: unknown;
  body_bytes: number;
};

async function findSamples(tx: Transaction) {
  const rows = await tx.execute<SampleRow>(sql`
    select id, sender, reason, to_json(received_at) #>> '{}' as at, method, path, headers, body_bytes
    from webhook_rejection_samples order by received_at desc, id`);
  return rows.map(({ at, body_bytes, headers, ...row }) => ({
    ...row,
    receivedAt: new Date(at),
    bodyBytes: body_bytes,
    headers: Headers.parse(headers),
  }));
}
