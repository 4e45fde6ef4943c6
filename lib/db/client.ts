import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#lib/env.ts";
import { keepingPlans } from "./kept-plan.ts";
import { scrubbed } from "./scrubbed.ts";

/** Supabase's transaction pooler hands each transaction another session, where prepared statements are unknown. */
const transactionPoolerPort = "6543";

function connect() {
  const client = postgres(env.DATABASE_URL, {
    max: 10,
    idle_timeout: 60,
    connect_timeout: 10,
    prepare: new URL(env.DATABASE_URL).port !== transactionPoolerPort,
    onnotice: () => {},
    connection: { application_name: "trunkline" },
  });
  return { client, database: drizzle(keepingPlans(client)) };
}

// Hot reload loads this module anew; the pool must not be opened anew with it. By address, since test files that share a
// process have a database each.
const shared = globalThis as typeof globalThis & { trunklinePools?: Map<string, ReturnType<typeof connect>> };

function pool() {
  shared.trunklinePools ??= new Map();
  const open = shared.trunklinePools.get(env.DATABASE_URL) ?? connect();
  shared.trunklinePools.set(env.DATABASE_URL, open);
  return open;
}

/** The process's one pool of connections, opened on first use. Work goes through `asUser` or `asSystem`. */
export const database = () => pool().database;

/** Work on the pool as postgres.js knows it, for what drizzle cannot say. */
export function withClient<T>(work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  return scrubbed(work(pool().client));
}

/** Closes the pool; for processes that end by themselves. */
export async function closeDatabase() {
  await shared.trunklinePools?.get(env.DATABASE_URL)?.client.end({ timeout: 5 });
  shared.trunklinePools?.delete(env.DATABASE_URL);
}

export type Transaction = Parameters<Parameters<ReturnType<typeof database>["transaction"]>[0]>[0];
