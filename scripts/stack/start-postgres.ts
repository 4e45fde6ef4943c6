import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { claimPort, releasePort } from "./claim-port.ts";
import { clearStalePostgres } from "./clear-stale-postgres.ts";
import { initialisePostgres, plainEnvironment, superuser } from "./initialise-postgres.ts";
import type { Part } from "./part.ts";
import { postgresAccount } from "./postgres-account.ts";
import { locatePostgres } from "./postgres-location.ts";

export type PostgresOptions = {
  directory: string;
  password: string;
  preferredPort: number;
  /** Test databases are thrown away: they need not survive a power cut, and run much faster so. */
  throwaway?: boolean;
  /** Called when the server ends without having been told to. */
  onExit?: (lastLines: string) => void;
};

export type RunningPostgres = Part & {
  port: number;
  pid: number;
  movedBecause: string | null;
  adminUrl: string;
};

/** Starts PostgreSQL on this data directory, creating it first if needed, and returns once it answers. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = postgresAccount();
  mkdirSync(options.directory, { recursive: true });
  const { binaries, data, movedBecause } = locatePostgres(options.directory, account);
  await clearStalePostgres(data);
  await initialisePostgres(binaries, data, account, options.password);

  const port = await claimPort(options.preferredPort);
  const logFile = join(options.directory, "logs", "postgres.log");
  mkdirSync(join(options.directory, "logs"), { recursive: true });
  const log = openSync(logFile, "a");
  const child = spawn(join(binaries, "postgres"), serverOptions(data, port, options.throwaway ?? false), {
    ...account,
    cwd: data,
    env: plainEnvironment(),
    // Ctrl-C reaches a terminal's whole process group: the database must outlive what uses it.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);

  let stopping = false;
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      releasePort(port);
      resolve();
      if (!stopping) options.onExit?.(lastLines(logFile));
    });
    child.once("error", () => resolve());
  });
  const adminUrl = `postgres://${superuser}:${options.password}@127.0.0.1:${port}/postgres`;
  const outcome = await Promise.race([accepts(adminUrl), exited.then(() => "exited" as const)]);
  if (outcome === "exited") throw new Error(`PostgreSQL did not start.\n${lastLines(logFile)}`);

  const stop = async () => {
    stopping = true;
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions, rolls back what is open, and leaves a clean directory.
    child.kill("SIGINT");
    await exited;
  };
  return { port, pid: child.pid ?? 0, movedBecause, adminUrl, stop };
}

function serverOptions(data: string, port: number, throwaway: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    // A socket file's path is limited to about 100 bytes and needs a directory of its own. TCP serves as well.
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // Statements carry customers' text: a failed one is named by its error, not repeated in the log.
    log_min_error_statement: "panic",
    ...(throwaway
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" }
      : {}),
  };
  return [
    "-D",
    data,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

async function accepts(url: string): Promise<"ready"> {
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return "ready";
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "28P01") {
        throw new Error(
          "PostgreSQL does not take the password in secrets.json. Delete the data directory to start anew.",
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await sql.end({ timeout: 0 });
    }
  }
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}
