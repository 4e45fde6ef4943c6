import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createExclusively } from "./create-exclusively.ts";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

// One folder a user: no one can clear away another user's claims.
const claims = join(tmpdir(), `trunkline-ports-${process.getuid?.() ?? "user"}`);

/**
 * The preferred port, or the next free one after it. Two clones that start together never get the same: each
 * port is claimed by a file until this process ends, since between asking and listening seconds may pass.
 */
export async function claimPort(preferred: number): Promise<number> {
  for (let port = preferred; port < preferred + 2000 && port < 65_536; port += 1) {
    if (!claim(port)) continue;
    if (await isFree(port)) return port;
    releasePort(port);
  }
  throw new Error(`No free port between ${preferred} and ${preferred + 2000}.`);
}

/** Gives a claimed port back. */
export function releasePort(port: number): void {
  rmSync(join(claims, String(port)), { force: true });
}

function claim(port: number): boolean {
  mkdirSync(claims, { recursive: true, mode: 0o700 });
  const file = join(claims, String(port));
  const owner = JSON.stringify(identifyProcess(process.pid));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createExclusively(file, owner)) return true;
    const holder = readClaim(file);
    if (holder && isRunning(holder)) return false;
    rmSync(file, { force: true });
  }
  return false;
}

function readClaim(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function isFree(port: number): Promise<boolean> {
  // macOS lets a wildcard and a loopback listener share a port, so each is asked by itself.
  return (await canListen(port, undefined)) && (await canListen(port, "127.0.0.1"));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen({ port, host }, () => server.close(() => answer(true)));
  });
}
