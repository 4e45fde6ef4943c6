import { sql as statement } from "drizzle-orm";
import { expect, test } from "vitest";
import { asUser } from "#lib/db/as-user.ts";
import { aUser, sql } from "#tests/support/database.ts";

test("a person who signs up gets a profile, and sees it as themselves", async () => {
  const user = await aUser();
  const rows = await asUser(user, (tx) => tx.execute(statement`select id from profiles`));
  expect(rows).toMatchObject([{ id: user.userId }]);
});

test("what one test file writes is in its own database", async () => {
  const [row] = await sql`select current_database() as name`;
  expect(row?.name).toMatch(/^test_[0-9a-f]{32}$/);
});
