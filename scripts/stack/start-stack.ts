import { join } from "node:path";
import { buildApp } from "./build-app.ts";
import { claimPort } from "./claim-port.ts";
import type { Part } from "./part.ts";
import type { Progress } from "./progress.ts";
import type { RunRecord } from "./run-record.ts";
import { seedDemo } from "./seed-demo.ts";
import { startApp } from "./start-app.ts";
import { type Services, startServices } from "./start-services.ts";

export type StackOptions = {
  directory: string;
  record: RunRecord;
  progress: Progress;
  development: boolean;
  throwaway: boolean;
  ports: { app: number; supabase: number; postgres: number; sandbox: number; mail: number };
  onDatabaseLost: (lastLines: string) => void;
};

export type Stack = Services & { url: string; seeded: boolean };

/** Starts the whole embedded stack and the app on it. Each running part is handed to `started`, in order. */
export async function startStack(options: StackOptions, started: (part: Part) => void): Promise<Stack> {
  const { directory, record, progress, development, ports } = options;
  const port = await claimPort(ports.app);
  if (port !== ports.app) progress.tell(`  Port ${ports.app} is taken, so Trunkline serves on ${port}.`);
  const url = process.env.APP_URL || `http://localhost:${port}`;

  const services = await startServices({ ...options, appUrl: url, started });
  const seeded = await progress.step(
    "Demo organization",
    () => seedDemo(services.environment),
    (made) => (made ? "made" : "kept as it is"),
  );
  if (!development) await progress.step("Build", buildApp, (built) => (built ? "built" : "up to date"));

  await startApp({
    environment: services.environment,
    port,
    development,
    withWorker: process.env.WORKER !== "off",
    logDirectory: development ? null : join(directory, "logs"),
    onSpawn: record.addChild,
    progress,
    started,
  });
  record.update({ url });
  return { ...services, url, seeded };
}
