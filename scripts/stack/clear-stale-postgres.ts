import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess } from "./process-identity.ts";
import { stopProcess } from "./stop-process.ts";

/**
 * After a SIGKILL a server may still run on the data directory, or be gone and have left its lock file, whose
 * process id belongs to a stranger by now (in containers, quickly): PostgreSQL would then refuse to start.
 */
export async function clearStalePostgres(data: string): Promise<void> {
  const lockFile = join(data, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n")[0]);
  const identity = Number.isInteger(pid) && pid > 1 ? identifyProcess(pid) : null;
  if (identity && servesDirectory(pid, data)) await stopProcess(identity, "SIGINT");
  rmSync(lockFile, { force: true });
}

function servesDirectory(pid: number, data: string): boolean {
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
        : execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(`-D ${data} `);
  } catch {
    return false;
  }
}
