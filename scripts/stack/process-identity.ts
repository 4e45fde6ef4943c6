import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process id alone may have been given to a stranger since: with its start time it names one process for good. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** Null when no such process runs. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === "linux" ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return startedAt ? { pid, startedAt } : null;
}

/** True while exactly this process runs, not merely some process that has its number now. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

function startTimeFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may contain spaces: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return null;
  }
}

// Start times count from boot, so after a restart of the machine the same number could come up again.
function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

function startTimeFromPs(pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
