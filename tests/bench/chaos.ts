import { parseArgs } from "node:util";
import postgres from "postgres";
import { whenInterrupted } from "#scripts/test/when-interrupted.ts";
import { chaosRun } from "#tests/chaos/chaos-run.ts";
import { startChaosStack } from "#tests/chaos/stack.ts";

// Everything is killed at random under load, again and again, and the books balanced each time.
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    runs: { type: "string", default: "3" },
    events: { type: "string", default: "600" },
    kills: { type: "string", default: "8" },
    /** Of the first run; the next ones count on. */
    seed: { type: "string", default: "1" },
  },
});

const stack = await startChaosStack();
whenInterrupted(stack.stop);
const sql = postgres(stack.database.url, { max: 2, onnotice: () => {} });
let unbalanced = 0;
try {
  for (let run = 0; run < Number(values.runs); run += 1) {
    const seed = Number(values.seed) + run;
    const started = performance.now();
    const outcome = await chaosRun({
      stack,
      sql,
      seed,
      events: Number(values.events),
      kills: Number(values.kills),
    });
    const wrong = Object.entries(outcome.imbalance).filter(([, messages]) => messages.length > 0);
    const { repeats, repeatsCounted } = outcome.figures;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const verdict = wrong.length === 0 ? "balanced" : "NOT BALANCED";
    console.log(
      `run ${run + 1}, seed ${seed}: ${verdict}, ${outcome.stored} messages, ${outcome.killed.length} kills ` +
        `(${outcome.killed.join(", ")}), ${seconds} s, last worked off ${outcome.recoveredMs} ms after the last answer, ` +
        `${repeatsCounted} repeats counted of ${repeats} answered`,
    );
    for (const [what, messages] of wrong) {
      console.log(`  ${what}: ${messages.length}, such as ${messages.slice(0, 5).join(" ")}`);
    }
    if (wrong.length > 0) unbalanced += 1;
  }
} finally {
  await sql.end({ timeout: 1 });
  await stack.stop();
}
console.log(`${unbalanced} of ${values.runs} runs did not balance`);
process.exitCode = unbalanced > 0 ? 1 : 0;
