import { countApplied, withMigrationSession } from "./migration-session.ts";
import { readMigrations } from "./read-migrations.ts";

/** Takes back the newest migration, or all beyond the first `count`. Answers the names of those taken back. */
export async function rollbackDatabase(databaseUrl: string, count?: number): Promise<string[]> {
  const migrations = readMigrations();
  return withMigrationSession(databaseUrl, async ({ sql, applied }) => {
    const present = countApplied(migrations, applied);
    const leaving = migrations.slice(Math.max(count ?? present - 1, 0), present).toReversed();
    for (const { tag, when, rollback } of leaving) {
      await sql
        .begin(async (tx) => {
          await tx.unsafe(rollback);
          await tx`delete from drizzle.__drizzle_migrations where created_at = ${when}`;
        })
        .catch((cause) => {
          throw new Error(`The rollback of ${tag} failed and left no trace: ${cause.message}`, { cause });
        });
    }
    return leaving.map(({ tag }) => tag);
  });
}
