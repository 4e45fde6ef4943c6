import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { nextProgram } from "#scripts/stack/node-program.ts";

/** Where the bare Next app stands. */
export const bareNext = "tests/bench/bare-next";

const sources = [
  `${bareNext}/app/receive/route.js`,
  `${bareNext}/next.config.js`,
  "tests/bench/bare-receiver.ts",
  "lib/webhooks/crowd.ts",
  "lib/webhooks/group-commit.ts",
];

/** Builds the bare Next app unless its last build is younger than what it is made from. */
export async function buildBareNext(): Promise<void> {
  const build = `${bareNext}/.next/BUILD_ID`;
  const changed = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(build) && statSync(build).mtimeMs > changed) return;

  console.log("Building the bare Next app.");
  const { command, args } = nextProgram("build", bareNext);
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };
  const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("the bare Next app could not be built");
}
