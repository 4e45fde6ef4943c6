import { runMigrations } from "graphile-worker";
import { countApplied, withMigrationSession } from "./migration-session.ts";
import { readMigrations } from "./read-migrations.ts";

/** Runs what is missing, up to `count` migrations in all, each in a transaction of its own. Answers their names. */
export async function migrateDatabase(
  databaseUrl: string,
  count = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const migrations = readMigrations();
  return withMigrationSession(databaseUrl, async ({ sql, applied }) => {
    // Our functions call graphile_worker's, so its schema comes first. It keeps its own list of migrations.
    await runMigrations({ connectionString: databaseUrl, logger: undefined });
    const missing = migrations.slice(countApplied(migrations, applied), count);
    for (const { tag, when, hash, statements } of missing) {
      await sql
        .begin(async (tx) => {
          for (const statement of statements) await tx.unsafe(statement);
          await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
        })
        .catch((cause) => {
          throw new Error(`Migration ${tag} failed and left no trace: ${cause.message}`, { cause });
        });
    }
    return missing.map(({ tag }) => tag);
  });
}
