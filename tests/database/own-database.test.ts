import { sql as statement } from "drizzle-orm";
import { expect, test } from "vitest";
import { asUser } from "#lib/db/as-user.ts";
import { aUser } from "#tests/support/database.ts";

test("the app's own client works on this test file's database, as the user", async () => {
  const user = await aUser();
  const rows = await asUser(user, (tx) =>
    tx.execute(statement`select current_database() as name, id from profiles`),
  );
  expect(rows).toMatchObject([{ name: expect.stringMatching(/^test_[0-9a-f]{32}$/), id: user.userId }]);
});
