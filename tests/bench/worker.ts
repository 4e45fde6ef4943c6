import postgres from "postgres";
import { benchDatabase } from "./bench-database.ts";
import { measureWorker } from "./measure-worker.ts";
import { someMessages } from "./some-messages.ts";

// How many message events one worker process works off in a second, with their counts and search documents: first of one
// connection, whose events are done one after another, then of many, which are done side by side.
const events = Number(process.argv[3] ?? 20_000);
const rounds = Number(process.argv[4] ?? 3);

const database = await benchDatabase();
const sql = postgres(database.databaseUrl, { onnotice: () => {} });
try {
  const env = {
    APP_URL: "http://localhost:3000",
    DATABASE_URL: database.databaseUrl,
    DIRECT_DATABASE_URL: database.databaseUrl,
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "none",
    TOKEN_ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 1).toString("base64")}`,
    META_APP_SECRET: "0123456789abcdef0123456789abcdef",
    META_WEBHOOK_VERIFY_TOKEN: "a-verify-token-for-benchmarks",
    LOG_LEVEL: "error",
    NODE_ENV: "production" as const,
  };
  for (const connections of [1, 50]) {
    const rates: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const connectionIds = await someMessages(sql, { connections, events });
      rates.push(await measureWorker({ sql, connectionIds, env }));
    }
    const sorted = rates.toSorted((left, right) => left - right);
    const all = rates.map((rate) => Math.round(rate)).join(", ");
    console.log(
      `worker, ${connections} connections: median ${Math.round(sorted[Math.floor(rounds / 2)] ?? 0)} events/s (${all})`,
    );
  }
} finally {
  await sql.end();
  await database.stop();
}
