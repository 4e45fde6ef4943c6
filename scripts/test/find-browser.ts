import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";

const run = promisify(execFile);

/** Made to have no windows. A whole browser draws its own even where none is shown, a quarter of the tests' time. */
const shell = { name: "chromium-headless-shell", path: "/usr/bin/chromium-headless-shell" };
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A browser that starts: the one asked for, Playwright's own, the machine's, or one installed now. Answers what
 * `playwright.config.ts` reads; throws with what to do when nothing helps.
 */
export async function findBrowser(
  tell: (line: string) => void,
): Promise<{ PLAYWRIGHT_CHROMIUM_PATH: string }> {
  const wanted = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (wanted) {
    if (!starts(wanted)) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names ${wanted}, which does not start.`);
    return { PLAYWRIGHT_CHROMIUM_PATH: wanted };
  }
  const present = findPresent();
  if (present) return { PLAYWRIGHT_CHROMIUM_PATH: present };

  for (const { name, install } of installers()) {
    tell(`There is no browser yet. Installing one with ${name}.`);
    // Not being able to install this way is not the end: there may be another way.
    await install().catch((error) => tell(`${name} could not: ${String(error.message).split("\n")[0]}`));
    const installed = findPresent();
    if (installed) return { PLAYWRIGHT_CHROMIUM_PATH: installed };
  }
  throw new Error(
    "No browser could be found or installed. Install Chromium or Chrome, or set PLAYWRIGHT_CHROMIUM_PATH to one.",
  );
}

function findPresent(): string | undefined {
  return [shell.path, chromium.executablePath(), ...usualPlaces].find(starts);
}

// Being there is not enough: a downloaded browser may miss libraries of the system.
function starts(path: string): boolean {
  try {
    return /chrom/i.test(
      execFileSync(path, ["--version"], { encoding: "utf8", timeout: 15_000, stdio: "pipe" }),
    );
  } catch {
    return false;
  }
}

function installers() {
  const playwright = {
    name: "Playwright's installer",
    install: () =>
      run("playwright", ["install", "chromium", "--no-shell"], {
        timeout: 180_000,
        env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
      }),
  };
  const apt = (name: string) => ({
    name: `apt-get (${name})`,
    async install() {
      await run("apt-get", ["update"], { timeout: 120_000 });
      await run("apt-get", ["install", "-y", "--no-install-recommends", name], {
        timeout: 300_000,
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    },
  });
  return process.getuid?.() === 0 ? [playwright, apt(shell.name), apt("chromium")] : [playwright];
}
