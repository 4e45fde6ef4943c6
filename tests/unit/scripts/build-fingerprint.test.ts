import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildFingerprint } from "#scripts/stack/build-fingerprint.ts";

const root = mkdtempSync(join(tmpdir(), "trunkline-fingerprint-"));
mkdirSync(join(root, "app", "login"), { recursive: true });
mkdirSync(join(root, "tests"));
const page = join(root, "app", "login", "page.tsx");
writeFileSync(page, "one");
afterAll(() => rmSync(root, { recursive: true }));

test("a build stays fresh while its sources say the same, whenever they were touched", () => {
  const before = buildFingerprint(root);
  utimesSync(page, new Date(0), new Date(0));
  writeFileSync(join(root, "tests", "login.test.ts"), "no part of a build");

  expect(buildFingerprint(root)).toBe(before);
});

test("a changed, added or renamed source makes a build stale", () => {
  const seen = [buildFingerprint(root)];
  writeFileSync(page, "two");
  seen.push(buildFingerprint(root));
  writeFileSync(join(root, "app", "layout.tsx"), "");
  seen.push(buildFingerprint(root));
  rmSync(join(root, "app", "layout.tsx"));
  writeFileSync(join(root, "app", "template.tsx"), "");
  seen.push(buildFingerprint(root));

  expect(new Set(seen).size).toBe(4);
});
