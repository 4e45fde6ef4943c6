import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { removeDataDirectory } from "#scripts/stack/remove-data-directory.ts";
import { startPostgres } from "#scripts/stack/start-postgres.ts";

const directory = mkdtempSync(join(tmpdir(), "trunkline-recovery-"));
chmodSync(directory, 0o755);
afterAll(() => removeDataDirectory(directory));

const start = (onExit?: () => void) =>
  startPostgres({ directory, password: "0123abcd", preferredPort: 54_622, throwaway: false, onExit });

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test("a start that was killed while it made the data directory is made up for", async () => {
  mkdirSync(join(directory, "postgres.unfinished"));
  writeFileSync(join(directory, "postgres.unfinished", "PG_VERSION"), "18");

  const server = await start();
  await ask(server.adminUrl, "create table kept as select 1 as value");
  await server.stop();
});

test("a server that outlived its supervisor is stopped by the next start, which has all the data", async () => {
  const orphan = await start();
  await ask(orphan.adminUrl, "update kept set value = 2");

  const next = await start();

  expect(await ask(next.adminUrl, "select value from kept")).toMatchObject([{ value: 2 }]);
  await next.stop();
});

test("a lock file left by a killed server, its number now a stranger's, is in no one's way", async () => {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const killed = await start(resolve);
  await ask(killed.adminUrl, "update kept set value = 3");
  process.kill(killed.pid, "SIGKILL");
  await died;
  const lockFile = join(directory, "postgres", "postmaster.pid");
  writeFileSync(lockFile, readFileSync(lockFile, "utf8").replace(/^\d+/, String(process.pid)));

  const next = await start();

  expect(await ask(next.adminUrl, "select value from kept")).toMatchObject([{ value: 3 }]);
  await next.stop();
});
