import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { claimPort } from "#scripts/stack/claim-port.ts";
import type { Part } from "#scripts/stack/part.ts";
import { keptAlive } from "./kept-alive.ts";
import { type MortalDatabase, startMortalDatabase } from "./mortal-database.ts";

export type ChaosStack = Part & {
  database: MortalDatabase;
  webhookUrl: string;
  secret: string;
  /** What can be killed at any moment; each comes back by itself. */
  victims: Record<Victim, () => Promise<void> | void>;
  /** What the processes said last, for whoever has to find out. */
  lastWords: () => string;
};

export type Victim = (typeof victims)[number];
export const victims = ["front", "worker", "other worker", "database", "database, at once"] as const;

const secret = "0123456789abcdef0123456789abcdef";

/** The front, two workers and a database, as in production but on one machine. Pages take no part in this. */
export async function startChaosStack(): Promise<ChaosStack> {
  const [port, database] = await Promise.all([claimPort(3_900), startMortalDatabase(54_522)]);
  const logs = join(database.directory, "logs");
  mkdirSync(logs, { recursive: true });
  const env = {
    PATH: process.env.PATH,
    APP_URL: "http://localhost:3000",
    DATABASE_URL: database.url,
    DIRECT_DATABASE_URL: database.url,
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "none",
    TOKEN_ENCRYPTION_KEYS: `chaos:${Buffer.alloc(32, 1).toString("base64")}`,
    META_APP_SECRET: secret,
    META_WEBHOOK_VERIFY_TOKEN: "a-verify-token-for-chaos",
    LOG_LEVEL: "warn",
    NODE_ENV: "production" as const,
    PORT: String(port),
    NEXT_PORT: "9",
  };
  const logFile = (name: string) => join(logs, `${name}.log`);
  const front = keptAlive("server.ts", env, logFile("front"));
  const worker = keptAlive("lib/jobs/worker.ts", env, logFile("worker"));
  const other = keptAlive("lib/jobs/worker.ts", env, logFile("other"));

  return {
    database,
    secret,
    webhookUrl: `http://127.0.0.1:${port}/api/webhooks/meta`,
    victims: {
      front: front.kill,
      worker: worker.kill,
      "other worker": other.kill,
      database: () => database.kill("SIGKILL"),
      "database, at once": () => database.kill("SIGQUIT"),
    },
    lastWords: () => ["front", "worker", "other"].map((name) => tail(logFile(name))).join("\n"),
    stop: async () => {
      await Promise.all([front, worker, other].map((one) => one.stop()));
      await database.stop();
    },
  };
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-30).join("\n");
}
