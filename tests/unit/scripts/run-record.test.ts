import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findRun, type RunRecord, takeDataDirectory } from "#scripts/stack/run-record.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "trunkline-run-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function take() {
  const taken = takeDataDirectory(directory);
  if ("heldBy" in taken) throw new Error("It is held by another.");
  return taken;
}

const pretendKilled = () => {
  const file = join(directory, "run.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(text), supervisor: { pid: process.pid, startedAt: "long ago" } }),
  );
};

test("a data directory is one run's, which tells others where it serves", () => {
  const { record } = take();
  record.update({ url: "http://localhost:3000" });

  expect(takeDataDirectory(directory)).toMatchObject({ heldBy: { url: "http://localhost:3000" } });
  expect(findRun(directory)).toMatchObject({ supervisor: { pid: process.pid } });

  record.release();
  expect(findRun(directory)).toBeNull();
  expect(take().leftBehind).toBeNull();
});

test("a killed run is taken over, with the processes it had started", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await new Promise((resolve) => child.once("spawn", resolve));
  const { record }: { record: RunRecord } = take();
  record.addChild(child.pid ?? 0);
  pretendKilled();

  expect(findRun(directory)).toBeNull();
  expect(take().leftBehind?.children).toMatchObject([{ pid: child.pid }]);
  child.kill("SIGKILL");
});

test("a record that was cut short keeps no one out", () => {
  writeFileSync(join(directory, "run.json"), '{"supervisor":');

  expect(take().leftBehind).toBeNull();
  expect(existsSync(join(directory, "run.json"))).toBe(true);
});
