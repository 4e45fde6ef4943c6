import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Journal = z.object({ entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })) });

export type Migration = {
  tag: string;
  /** Drizzle's clock for this migration, in milliseconds: its place in the order. */
  when: number;
  hash: string;
  statements: string[];
  /** Takes the schema back to before this migration. */
  rollback: string;
};

/** The migrations of `drizzle/`, in order, each with its rollback. Throws when one has none. */
export function readMigrations(folder = "drizzle"): Migration[] {
  const journalFile = join(folder, "migrations", "meta", "_journal.json");
  if (!existsSync(journalFile)) return [];
  const { entries } = Journal.parse(JSON.parse(readFileSync(journalFile, "utf8")));

  return entries
    .toSorted((one, other) => one.idx - other.idx)
    .map(({ tag, when }) => {
      const forward = readFileSync(join(folder, "migrations", `${tag}.sql`), "utf8");
      const rollbackFile = join(folder, "rollbacks", `${tag}.sql`);
      if (!existsSync(rollbackFile))
        throw new Error(`Migration ${tag} has no rollback: write ${rollbackFile}.`);
      const rollback = readFileSync(rollbackFile, "utf8");
      return { tag, when, hash: digest(forward), statements: splitStatements(forward), rollback };
    });
}

/** Drizzle writes a breakpoint between statements, since some cannot share one message to the server. */
export function splitStatements(text: string): string[] {
  return text
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

// The same digest drizzle's own migrator stores, so that either may continue where the other left off.
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
