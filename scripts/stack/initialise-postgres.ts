import { execFile } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PostgresAccount } from "./postgres-account.ts";

const run = promisify(execFile);

/** The cluster's own superuser, as on hosted Supabase: what the app connects as, `postgres`, is none. */
export const superuser = "supabase_admin";

/**
 * Makes the data directory unless a whole one is there. initdb works in a directory beside it that is renamed
 * at the end, so a start that was killed half-way leaves nothing that looks finished.
 */
export async function initialisePostgres(
  binaries: string,
  data: string,
  account: PostgresAccount | null,
  password: string,
): Promise<void> {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const draft = `${data}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);

  // Beside the data, where the server's user is known to get in. The system's temporary folder may be private.
  const passwordFile = `${data}.password`;
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    for (const program of ["initdb", "postgres"]) makeExecutable(join(binaries, program));
    const options = { ...account, cwd: draft, env: plainEnvironment() };
    await run(join(binaries, "initdb"), initdbOptions(draft, passwordFile), options);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** The machine's locale and the caller's PG* variables must not change what the embedded server does. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const plain: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  for (const name of Object.keys(plain)) {
    if (/^(PG|LANG)/.test(name)) delete plain[name];
  }
  return plain;
}

function initdbOptions(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The server's own locale: the same order of text on every machine, whatever is installed there.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Someone else's node_modules, perhaps read-only. If the mode is wrong, running it says so.
  }
}
