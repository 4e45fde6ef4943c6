import { linkSync, rmSync, writeFileSync } from "node:fs";

/** Creates the file with all of its content in one step, or answers false because it is there already. */
export function createExclusively(file: string, content: string, mode = 0o644): boolean {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, content, { mode });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
