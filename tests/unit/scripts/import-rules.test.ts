import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

// dependency-cruiser reports success for files it cannot read. Each rule is therefore shown a violation.
const planted: [rule: string, file: string, imports: string][] = [
  ["app asks the domain, not the database", "app/a/page.tsx", "#lib/db/client.ts"],
  ["the app is not made of its tools", "lib/events/a.ts", "#scripts/start.ts"],
  ["components take data and actions as props", "components/events/a.tsx", "#drizzle/schema/events.ts"],
  ["components know a domain's types, not its code", "components/events/b.tsx", "#lib/events/list.ts"],
  ["primitives know no domain word", "components/ui/a.tsx", "#components/events/list.tsx"],
  ["lib never looks up", "lib/events/b.ts", "#components/events/list.tsx"],
  ["only lib/auth knows Next", "lib/events/c.ts", "next/navigation"],
  ["only pages and the proxy ask who is there", "lib/events/d.ts", "#lib/auth/require-user.ts"],
  ["jobs reach the domains through handlers alone", "lib/jobs/a.ts", "#lib/events/list.ts"],
  ["enqueuing loads no handler", "lib/events/e.ts", "#lib/jobs/handlers.ts"],
  ["acting as the system is named", "lib/events/f.ts", "#lib/db/as-system.ts"],
  ["a provider knows no tenants", "lib/providers/zoom/a.ts", "#lib/db/client.ts"],
  ["a provider is pure, but for its host", "lib/providers/zoom/b.ts", "#lib/env.ts"],
  ["a provider knows no other", "lib/providers/zoom/c.ts", "#lib/providers/facebook/api.ts"],
  ["the database knows nothing above it", "lib/db/a.ts", "#lib/events/list.ts"],
  ["the sandbox must not inherit our misunderstandings", "sandbox/a.ts", "#lib/events/list.ts"],
  ["the app knows the sandbox by its address only", "scripts/a.ts", "../sandbox/server.ts"],
  ["what is imported exists", "lib/events/g.ts", "#lib/events/missing.ts"],
  ["no circles", "lib/events/circle-a.ts", "./circle-b.ts"],
];
const present = [
  "lib/db/client.ts",
  "lib/db/as-system.ts",
  "lib/events/list.ts",
  "lib/env.ts",
  "lib/jobs/handlers.ts",
];
const alsoPresent = [
  "lib/auth/require-user.ts",
  "lib/providers/facebook/api.ts",
  "components/events/list.tsx",
];
const elsewhere = [
  "drizzle/schema/events.ts",
  "scripts/start.ts",
  "sandbox/server.ts",
  "node_modules/next/navigation.js",
];

const root = mkdtempSync(join(tmpdir(), "trunkline-imports-"));
afterAll(() => rmSync(root, { recursive: true }));

function plant(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test("every import rule catches a planted violation, and nothing else is caught", async () => {
  for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.mjs"])
    cpSync(file, join(root, file));
  for (const file of [...present, ...alsoPresent, ...elsewhere]) plant(file, "export const value = 1;\n");
  plant(
    "node_modules/next/package.json",
    '{ "name": "next", "exports": { "./navigation": "./navigation.js" } }',
  );
  plant("lib/events/fine.ts", 'import { value } from "#lib/db/client.ts";\nexport const other = value;\n');
  plant(
    "components/events/fine.tsx",
    'import type { value } from "#lib/events/list.ts";\nexport type Other = typeof value;\n',
  );
  plant(
    "lib/events/circle-b.ts",
    'import { other } from "./circle-a.ts";\nexport const value: number = other;\n',
  );
  for (const [, file, imports] of planted) {
    plant(file, `import { value } from "${imports}";\nexport const other: number = value;\n`);
  }

  const found = await violations();

  expect(found).toEqual(planted.map(([rule, file]) => `${rule}: ${file}`).toSorted());
});

async function violations(): Promise<string[]> {
  const folders = ["app", "components", "lib", "drizzle", "scripts", "sandbox"];
  const program = resolve("node_modules/.bin/depcruise");
  const output = await promisify(execFile)(program, ["--output-type", "json", ...folders], {
    cwd: root,
  }).catch((failure: { stdout: string }) => failure);
  const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(
    output.stdout,
  );
  return [...new Set(report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].toSorted();
}
