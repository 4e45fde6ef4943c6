import { existsSync } from "node:fs";
import postgres from "postgres";
import { nextProgram, nodeProgram } from "#scripts/stack/node-program.ts";
import { startScratchDatabase } from "#scripts/stack/start-scratch-database.ts";
import { aBenchConnection } from "./a-bench-connection.ts";
import { type Load, load } from "./load.ts";
import { measureWorker } from "./measure-worker.ts";
import { withProcess } from "./with-process.ts";

// Every figure is a ratio against a bare server measured in the same run: absolute ones say more about the machine.
const requests = 10_000;
const rounds = 2;
const secret = "0123456789abcdef0123456789abcdef";

const database = await startScratchDatabase();
const sql = postgres(database.databaseUrl, { onnotice: () => {} });
try {
  const env = {
    APP_URL: "http://localhost:3000",
    DATABASE_URL: database.databaseUrl,
    DIRECT_DATABASE_URL: database.databaseUrl,
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "none",
    TOKEN_ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 1).toString("base64")}`,
    META_APP_SECRET: secret,
    META_WEBHOOK_VERIFY_TOKEN: "a-verify-token-for-benchmarks",
    LOG_LEVEL: "error",
    NODE_ENV: "production" as const,
    PORT: "3997",
    NEXT_PORT: "3998",
  };
  const { pageId, connectionId } = await aBenchConnection(sql);

  const measure = (url: string, inFlight: number) =>
    load({ url, secret, pageId, inFlight, requests: inFlight === 1 ? requests / 10 : requests });
  const front = "http://127.0.0.1:3997/api/webhooks/meta";
  const next = "http://127.0.0.1:3998/api/webhooks/meta";

  for (const inFlight of [1, 64]) {
    console.log(`\n${inFlight} in flight`);
    const bare = await withProcess(
      { ...nodeProgram("tests/bench/baseline.ts", { watch: false }), env, readyAt: front },
      () => best(() => measure(front, inFlight)),
    );
    report("bare node:http", bare, bare);
    const door = await withProcess(
      { ...nodeProgram("server.ts", { watch: false }), env, readyAt: front },
      () => best(() => measure(front, inFlight)),
    );
    report("in front of Next", door, bare);
    if (existsSync(".next/BUILD_ID")) {
      const route = await withProcess({ ...nextProgram("start", "-p", "3998"), env, readyAt: next }, () =>
        best(() => measure(next, inFlight)),
      );
      report("Next's route handler", route, bare);
    }
  }
  const drained = await measureWorker({ sql, connectionIds: [connectionId], env });
  console.log(`\nworker: ${Math.round(drained)} events/s of one connection`);
} finally {
  await sql.end();
  await database.stop();
}

/** Of several rounds the quickest: what slowed the others down was something else on this machine. */
async function best(measureOnce: () => Promise<Load>): Promise<Load> {
  const loads: Load[] = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await measureOnce());
  const [quickest] = loads.toSorted((left, right) => right.perSecond - left.perSecond);
  if (!quickest) throw new Error("nothing was measured");
  return quickest;
}

function report(name: string, measured: Load, bare: Load): void {
  const ratio = `${(measured.perSecond / bare.perSecond).toFixed(2)} × bare`;
  const times = `median ${measured.medianMs.toFixed(1)} ms, p99 ${measured.p99Ms.toFixed(1)} ms`;
  const refused = measured.refused > 0 ? `, ${measured.refused} REFUSED` : "";
  console.log(`${name.padEnd(22)} ${ratio}   (${Math.round(measured.perSecond)}/s, ${times}${refused})`);
}
