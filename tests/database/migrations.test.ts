import { expect, test } from "vitest";
import { compareCatalogs } from "#scripts/db/compare-catalogs.ts";
import { readExpectedCatalog } from "#scripts/db/expected-catalog.ts";
import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { readCatalog } from "#scripts/db/read-catalog.ts";
import { readMigrations } from "#scripts/db/read-migrations.ts";
import { rollbackDatabase } from "#scripts/db/rollback-database.ts";
import { sql } from "#tests/support/database.ts";

const url = process.env.DATABASE_URL ?? "";
const everyTag = readMigrations().map(({ tag }) => tag);

test("the declaration that db:verify compares with is what the migrations make (npm run db:verify -- --write)", async () => {
  expect(compareCatalogs(readExpectedCatalog(), await readCatalog(url))).toEqual([]);
});

test("down to nothing and up again leaves the schema as it was", async () => {
  const before = await readCatalog(url);

  expect(await rollbackDatabase(url, 0)).toEqual(everyTag.toReversed());
  expect(await readCatalog(url)).toEqual({});
  expect(await migrateDatabase(url)).toEqual(everyTag);

  expect(compareCatalogs(before, await readCatalog(url))).toEqual([]);
});

test("one step back and forward again leaves the schema as it was", async () => {
  const before = await readCatalog(url);

  expect(await rollbackDatabase(url)).toEqual(everyTag.slice(-1));
  expect(await migrateDatabase(url)).toEqual(everyTag.slice(-1));

  expect(compareCatalogs(before, await readCatalog(url))).toEqual([]);
});

test("two that migrate the same database at once take turns", async () => {
  await rollbackDatabase(url, 0);

  const outcomes = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);

  expect(outcomes.toSorted((one, other) => other.length - one.length)).toEqual([everyTag, []]);
});

test("a dropped policy, a changed function and a new grant are each named", async () => {
  const [policy] =
    await sql`select policyname, tablename from pg_policies where schemaname = 'public' limit 1`;
  await sql.unsafe(`drop policy "${policy?.policyname}" on public.${policy?.tablename}`);
  await sql`grant select on public.connection_credentials to anon`;
  await sql`create or replace function public.update_updated_at_column() returns trigger language plpgsql
    as 'begin return new; end'`;

  expect(compareCatalogs(readExpectedCatalog(), await readCatalog(url))).toEqual([
    expect.stringMatching(/^changed: function public\.update_updated_at_column\(\)/),
    "unexpected: grant on public.connection_credentials to anon",
    `missing: policy on public.${policy?.tablename}: ${policy?.policyname}`,
  ]);
});

test("a migration that was edited after it ran is refused by name", async () => {
  await sql`update drizzle.__drizzle_migrations set hash = 'another' where id = (select min(id) from drizzle.__drizzle_migrations)`;

  await expect(migrateDatabase(url)).rejects.toThrow(`Migration ${everyTag[0]} was changed`);
});
