import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildFingerprint } from "./build-fingerprint.ts";
import { createExclusively } from "./create-exclusively.ts";
import { nextProgram } from "./node-program.ts";
import { identifyProcess, isRunning } from "./process-identity.ts";

const stamp = ".next/trunkline-build";
// Not in .next, which a build empties first.
const lock = ".data/build.lock";

/** Runs `next build` unless the last build was made from these very sources. Answers whether it built. */
export async function buildApp(): Promise<boolean> {
  const fingerprint = buildFingerprint();
  if (isFresh(fingerprint)) return false;
  const release = await takeLock();
  try {
    if (isFresh(fingerprint)) return false;
    rmSync(stamp, { force: true });
    await runBuild();
    writeFileSync(stamp, fingerprint);
    return true;
  } finally {
    release();
  }
}

function isFresh(fingerprint: string): boolean {
  return existsSync(stamp) && existsSync(".next/BUILD_ID") && readFileSync(stamp, "utf8") === fingerprint;
}

// `npm start` and `npm test` beside each other in one clone share one build: the second waits for the first's.
async function takeLock(): Promise<() => void> {
  mkdirSync(".data", { recursive: true });
  const own = JSON.stringify(identifyProcess(process.pid));
  while (!createExclusively(lock, own)) {
    const holder = existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")) : null;
    if (holder && !isRunning(holder)) rmSync(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return () => rmSync(lock, { force: true });
}

function runBuild(): Promise<void> {
  const { command, args } = nextProgram("build");
  return new Promise((resolve, reject) => {
    // A build knows no addresses and no secrets: what it must not bake in, it is not shown.
    const { PATH, HOME, TMPDIR } = process.env;
    const env = {
      PATH,
      HOME,
      TMPDIR,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      CI: "1",
    } as const;
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`next build failed.\n${Buffer.concat(output)}`)),
    );
  });
}
