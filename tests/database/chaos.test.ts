import postgres from "postgres";
import { expect, test } from "vitest";
import { chaosRun } from "#tests/chaos/chaos-run.ts";
import { startChaosStack, victims } from "#tests/chaos/stack.ts";

// The short form of `npm run bench -- chaos`.
test("the front, the workers and the database killed under load: nothing is lost, doubled, mixed up or left undone", async () => {
  const stack = await startChaosStack();
  const sql = postgres(stack.database.url, { max: 1, onnotice: () => {} });
  try {
    const outcome = await chaosRun({ stack, sql, seed: 7, events: 240, kills: victims.length });

    expect(outcome.killed.toSorted()).toEqual(victims.toSorted());
    expect(outcome.stored).toBe(240);
    for (const [what, messages] of Object.entries(outcome.imbalance)) expect(messages, what).toEqual([]);
  } finally {
    await sql.end({ timeout: 1 });
    await stack.stop();
  }
}, 120_000);
