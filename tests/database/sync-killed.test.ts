// First, so that the sandbox is told the address where this test file is really reached.
import "#tests/support/public-address.ts";

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import {
  type Account,
  expectTruth,
  fiveAccounts,
  letTimePass,
  readToTheEnd,
} from "#tests/support/sync-accounts.ts";

// Each reader is a process, which takes a busy machine its time.
vi.setConfig({ testTimeout: 120_000 });

/** Has a process read the account and kills it a moment after it made so many calls. */
async function killedAfter({ connectionId }: Account, calls: number, momentMs: number): Promise<void> {
  const reader = spawn(
    process.execPath,
    ["--conditions=react-server", "tests/support/sync-reader.ts", connectionId],
    { env: process.env, stdio: ["ignore", "pipe", "inherit"] },
  );
  let made = 0;
  reader.stdout.on("data", (dots: Buffer) => {
    made += dots.length;
    if (made >= calls) setTimeout(() => reader.kill("SIGKILL"), momentMs);
  });
  const [, signal] = await once(reader, "exit");
  expect(signal).toBe("SIGKILL");
}

test("90 days are read as the platforms tell them, though ten processes that read them are killed", async () => {
  const { accounts } = await fiveAccounts();

  await Promise.all(
    accounts.map(async (account, index) => {
      await killedAfter(account, 2, index * 4);
      await letTimePass(account);
      await killedAfter(account, 5, index * 9);
      await letTimePass(account);
      await readToTheEnd(account);
    }),
  );
  for (const account of accounts) await expectTruth(account);
});
