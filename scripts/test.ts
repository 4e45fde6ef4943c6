import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "./stack/build-app.ts";
import { sweepTemporaryDirectories } from "./stack/temporary-directory.ts";
import { browserGate } from "./test/browser-gate.ts";
import type { Gate, Outcome } from "./test/gate.ts";
import { staticGates } from "./test/static-gates.ts";
import { vitestGate } from "./test/vitest-gate.ts";
import { whenInterrupted } from "./test/when-interrupted.ts";

// `npm test` runs every gate, the cheapest first. `npm test -- unit database` runs those two and shows their output as
// it comes; what contains a slash or a dot is handed on as a file to run.
const wanted = process.argv.slice(2).filter((argument) => /^\w+$/.test(argument));
const files = process.argv.slice(2).filter((argument) => !/^\w+$/.test(argument));
forgetCallersSettings();
await sweepTemporaryDirectories();
mkdirSync(".data", { recursive: true });
const reports = mkdtempSync(join(".data", "test-"));

// Gates of one step run side by side: none of them keeps both cores busy alone.
const steps: Gate[][] = [
  ...staticGates,
  [
    vitestGate("unit", "Unit tests", reports, files),
    { name: "build", title: "Production build", run: build },
  ],
  [vitestGate("database", "Database tests", reports, files)],
  [browserGate(reports, files)],
];
const gates = steps.flat();

const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no gate called ${unknown.join(", ")}. There are: ${gates.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

whenInterrupted(async () => rmSync(reports, { recursive: true, force: true }));

const total = { passed: 0, failed: 0 };
try {
  const isWanted = ({ name }: Gate) => wanted.length === 0 || wanted.includes(name);
  for (const step of steps) {
    for (const { passed, failed } of await Promise.all(step.filter(isWanted).map(runGate))) {
      total.passed += passed;
      total.failed += failed;
    }
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function runGate(gate: Gate): Promise<Outcome> {
  const began = performance.now();
  const watched = wanted.length > 0;
  const outcome = await gate
    .run(watched)
    .catch((error): Outcome => ({ ok: false, passed: 0, failed: 1, output: String(error?.stack ?? error) }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const tests = outcome.passed + outcome.failed > 0 ? `, ${outcome.passed} passed` : "";
  console.log(`${outcome.failed === 0 ? "ok    " : "FAILED"} ${gate.title} (${seconds} s${tests})`);
  if (outcome.failed > 0) console.log(outcome.output);
  return outcome;
}

async function build(): Promise<Outcome> {
  await buildApp();
  return { ok: true, passed: 0, failed: 0, output: "" };
}

// Someone's settings for their own installation must decide nothing here, least of all which database is emptied.
function forgetCallersSettings(): void {
  const names = readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=/gm);
  for (const [, name = ""] of names) {
    if (name !== "PLAYWRIGHT_CHROMIUM_PATH") delete process.env[name];
  }
}
