import { existsSync } from "node:fs";
import { demoAccount } from "#drizzle/demo-account.ts";
import { dataDirectory } from "./stack/data-directory.ts";
import { holdDataDirectory } from "./stack/hold-data-directory.ts";
import { partList } from "./stack/part-list.ts";
import { terminalProgress as progress } from "./stack/progress.ts";
import type { RunRecord } from "./stack/run-record.ts";
import { startHosted } from "./stack/start-hosted.ts";
import { startStack } from "./stack/start-stack.ts";

for (const file of [".env.local", ".env"]) {
  if (existsSync(file)) process.loadEnvFile(file);
}

const development = process.argv.includes("--dev");
const preferredPort = Number(process.env.PORT) || 3000;
const parts = partList();
let record: RunRecord | null = null;
let leaving = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => leave(0, "Stopping."));
process.on("uncaughtException", (error) => leave(1, `Stopping: ${error.stack}`));
stopWithParent();

try {
  if (process.env.DATABASE_URL && process.env.NEXT_PUBLIC_SUPABASE_URL) await serveHosted();
  else await serveEmbedded();
} catch (error) {
  await leave(1, error instanceof Error ? error.message : String(error));
}

async function serveEmbedded(): Promise<void> {
  const directory = dataDirectory();
  const held = await holdDataDirectory(directory, progress.tell);
  if ("heldBy" in held) {
    const { url, supervisor } = held.heldBy;
    const state = url ? `is already running from this clone at ${url}` : "is just starting from this clone";
    return leave(1, `Trunkline ${state} (process ${supervisor.pid}).`);
  }
  record = held.record;

  console.log("Starting Trunkline with its embedded stack.");
  const ports = { app: preferredPort, supabase: 54_321, postgres: 54_322, sandbox: 54_323, mail: 54_324 };
  const onDatabaseLost = (lines: string) =>
    leave(1, `PostgreSQL stopped by itself, so everything stops.\n${lines}`);
  const options = { directory, record, progress, development, throwaway: false, ports, onDatabaseLost };
  const stack = await startStack(options, parts.add);
  console.log(`
Trunkline   ${stack.url}
Sign in     ${demoAccount.email} with ${demoAccount.password}
Mail        ${stack.mailUrl}
Sandbox     ${stack.sandboxUrl}
Logs        ${directory}/logs
Ctrl-C stops everything.`);
}

async function serveHosted(): Promise<void> {
  console.log("Starting Trunkline on the database and the Supabase project of its environment.");
  const url = await startHosted({ progress, development, port: preferredPort }, parts.add);
  console.log(`\nTrunkline   ${url}`);
}

async function leave(code: number, message: string): Promise<void> {
  if (leaving) return;
  leaving = true;
  (code === 0 ? console.log : console.error)(message);
  record?.update({ stopping: true });
  await parts.stopAll();
  record?.release();
  process.exit(code);
}

// Killed with SIGKILL, the launcher cannot pass anything on: its going away is the only sign.
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(0, "What started this is gone. Stopping."), 250).unref();
}
