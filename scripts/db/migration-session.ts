import postgres, { type Sql } from "postgres";
import type { Migration } from "./read-migrations.ts";

export type MigrationSession = { sql: Sql; applied: { hash: string; when: number }[] };

// Any number will do, as long as every Trunkline that migrates this database takes the same.
const migrationLock = 7_275_685_466;

/** One connection under the migration lock: two that migrate the same database take turns. */
export async function withMigrationSession<T>(
  databaseUrl: string,
  work: (session: MigrationSession) => Promise<T>,
): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await sql`create schema if not exists drizzle`;
    // Drizzle's own table, column for column.
    await sql`create table if not exists drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`;
    const rows = await sql<{ hash: string; created_at: string }[]>`
      select hash, created_at from drizzle.__drizzle_migrations order by created_at`;
    return await work({
      sql,
      applied: rows.map(({ hash, created_at }) => ({ hash, when: Number(created_at) })),
    });
  } finally {
    await sql.end();
  }
}

/** How many of these migrations the database has. Throws when it has others, or one whose file changed since. */
export function countApplied(migrations: Migration[], applied: MigrationSession["applied"]): number {
  for (const [index, { hash, when }] of applied.entries()) {
    const migration = migrations[index];
    if (!migration || migration.when !== when) {
      throw new Error(
        `The database has a migration from ${new Date(when).toISOString()} that this code does not have.`,
      );
    }
    if (migration.hash !== hash) {
      throw new Error(
        `Migration ${migration.tag} was changed after this database had run it. Write a new migration instead.`,
      );
    }
  }
  return applied.length;
}
