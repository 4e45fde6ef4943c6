import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readMigrations } from "#scripts/db/read-migrations.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trunkline-migrations-"));
  for (const part of ["migrations/meta", "rollbacks"]) mkdirSync(join(folder, part), { recursive: true });
  const entries = [
    { idx: 1, when: 2000, tag: "0001_second", version: "7", breakpoints: true },
    { idx: 0, when: 1000, tag: "0000_first", version: "7", breakpoints: true },
  ];
  write("migrations/meta/_journal.json", JSON.stringify({ version: "7", entries }));
  write("migrations/0000_first.sql", "create table a ();\n--> statement-breakpoint\ncreate table b ();\n");
  write("migrations/0001_second.sql", "create table c ();--> statement-breakpoint\n");
  write("rollbacks/0000_first.sql", "drop table b, a;");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

test("migrations come in their order, in statements, each with its way back", () => {
  write("rollbacks/0001_second.sql", "drop table c;");

  expect(readMigrations(folder)).toMatchObject([
    {
      tag: "0000_first",
      when: 1000,
      statements: ["create table a ();", "create table b ();"],
      rollback: "drop table b, a;",
    },
    { tag: "0001_second", when: 2000, statements: ["create table c ();"], rollback: "drop table c;" },
  ]);
});

test("a migration without a rollback is refused, with the file to write", () => {
  expect(() => readMigrations(folder)).toThrow(join(folder, "rollbacks", "0001_second.sql"));
});
