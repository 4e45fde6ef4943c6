import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StackAddresses } from "./app-environment.ts";
import { createExclusively } from "./create-exclusively.ts";
import { identifyProcess, isRunning } from "./process-identity.ts";

const Identity = z.object({ pid: z.int(), startedAt: z.string() });
const Run = z.object({
  supervisor: Identity,
  /** Where it serves, once it does. */
  url: z.string().nullable(),
  /** Where the parts of the stack answer, once they do. */
  addresses: StackAddresses.nullable(),
  stopping: z.boolean(),
  children: z.array(Identity),
});

/** Who holds a data directory, and which processes it has started there. */
export type Run = z.infer<typeof Run>;
export type RunRecord = {
  update: (change: Partial<Run>) => void;
  addChild: (pid: number) => void;
  release: () => void;
};

/**
 * Takes the data directory for this process. Answers the run that holds it, if one does; `leftBehind` is the record
 * of a run that was killed, whose children may still be there.
 */
export function takeDataDirectory(
  directory: string,
): { record: RunRecord; leftBehind: Run | null } | { heldBy: Run } {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "run.json");
  let leftBehind: Run | null = null;
  for (;;) {
    const run: Run = {
      supervisor: ownIdentity(),
      url: null,
      addresses: null,
      stopping: false,
      children: [],
    };
    if (createExclusively(file, JSON.stringify(run))) return { record: openRecord(file, run), leftBehind };
    const text = readText(file);
    const holder = readRun(text);
    if (holder && isRunning(holder.supervisor)) return { heldBy: holder };
    if (text !== null && setAside(file, text)) leftBehind = holder;
  }
}

/** The run that holds this data directory now, or null. */
export function findRun(directory: string): Run | null {
  const run = readRun(readText(join(directory, "run.json")));
  return run && isRunning(run.supervisor) ? run : null;
}

function openRecord(file: string, run: Run): RunRecord {
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify(run), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    update(change) {
      Object.assign(run, change);
      write();
    },
    addChild(pid) {
      const child = identifyProcess(pid);
      if (child) run.children = [...run.children.filter(isRunning), child];
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

// Of two starts that find the same dead run, one renames its record; the other may by then be looking at a new one.
function setAside(file: string, text: string): boolean {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return false;
  }
  const isTheDeadOne = readText(aside) === text;
  if (!isTheDeadOne) linkSync(aside, file);
  rmSync(aside, { force: true });
  return isTheDeadOne;
}

function ownIdentity() {
  const identity = identifyProcess(process.pid);
  if (!identity) throw new Error("This process cannot read its own start time.");
  return identity;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function readRun(text: string | null): Run | null {
  try {
    return Run.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}
