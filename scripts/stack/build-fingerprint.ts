import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

// What `next build` reads. Server, worker, scripts and tests are no part of it.
const sources = [
  "app",
  "components",
  "lib",
  "drizzle/schema",
  "drizzle/demo-account.ts",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Changes when, and only when, a build from these files could come out different. Times of files do not count. */
export function buildFingerprint(root = "."): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap((source) => filesIn(root, source))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(root, join(path, name)));
}
