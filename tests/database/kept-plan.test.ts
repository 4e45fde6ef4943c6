import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#lib/db/as-system.ts";
import type { Transaction } from "#lib/db/client.ts";
import { keptPlan } from "#lib/db/kept-plan.ts";

const plannedBefore = (tx: Transaction) =>
  tx.execute<{ statement: string; runs: number }>(sql`
    select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements
    where statement like '%as doubled%' and statement not like '%pg_prepared%' order by statement`);

test("a session keeps the plan of what says so, also within a savepoint, and of nothing else", async () => {
  await asSystem(async (tx) => {
    const doubled = async (on: Transaction, number: number) =>
      (await on.execute(sql`select ${keptPlan} 2 * ${number}::int as doubled`))[0]?.doubled;
    expect(await doubled(tx, 4)).toBe(8);
    expect(await tx.transaction((savepoint) => doubled(savepoint, 5))).toBe(10);
    expect(await tx.execute(sql`select 2 * ${6}::int as doubled`)).toEqual([{ doubled: 12 }]);

    const [kept, ...others] = await plannedBefore(tx);
    expect(kept).toEqual({ statement: expect.stringContaining("kept plan"), runs: 2 });
    expect(others).toEqual([]);
  });
});
