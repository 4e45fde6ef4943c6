import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

/** The operating system's user PostgreSQL runs as. */
export type PostgresAccount = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root, as which containers run more often than not: root lends it the user
 * `postgres`, made if missing, or else `nobody`. Anyone else runs it as themselves, which is null here.
 */
export function postgresAccount(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const account = lookUp("postgres") ?? create("postgres") ?? lookUp("nobody");
  if (!account)
    throw new Error("Running as root, and there is no user postgres for PostgreSQL to run as. Create one.");
  return account;
}

/** True when this account may walk into the directory, whose every parent must let it through. */
export function canReach(account: PostgresAccount | null, directory: string): boolean {
  if (!account) return true;
  for (let folder = directory; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat && !letsThrough(stat, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function letsThrough(stat: { uid: number; gid: number; mode: number }, account: PostgresAccount): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

function lookUp(name: string): PostgresAccount | null {
  try {
    const id = (kind: string) =>
      Number(execFileSync("id", [kind, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function create(name: string): PostgresAccount | null {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "pipe" });
  } catch {
    return null;
  }
  return lookUp(name);
}
