import "server-only";
import { sql } from "drizzle-orm";
import { database, type Transaction } from "./client.ts";
import { keptPlan } from "./kept-plan.ts";
import { scrubbed } from "./scrubbed.ts";

/** Runs `work` in one transaction as this user: row-level security decides what it sees and changes. */
export function asUser<T>(user: { userId: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const claims = JSON.stringify({ sub: user.userId, role: "authenticated" });

  const done = database().transaction(async (tx) => {
    // `true` makes each setting local to the transaction: Postgres forgets it at commit or rollback, so a
    // pooled connection never carries one user into the next. Hosted Supabase reads the claims, Lite each claim.
    await tx.execute(sql`
      select ${keptPlan} set_config('request.jwt.claims', ${claims}, true),
             set_config('request.jwt.claim.sub', ${user.userId}, true),
             set_config('request.jwt.claim.role', 'authenticated', true),
             set_config('role', 'authenticated', true)`);
    return work(tx);
  });
  return scrubbed(done);
}
