import { cpSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { partList } from "#scripts/stack/part-list.ts";
import { silentProgress } from "#scripts/stack/progress.ts";
import { removeDataDirectory } from "#scripts/stack/remove-data-directory.ts";
import { takeDataDirectory } from "#scripts/stack/run-record.ts";
import { startStack } from "#scripts/stack/start-stack.ts";
import { temporaryDirectory } from "#scripts/stack/temporary-directory.ts";
import { findBrowser } from "./find-browser.ts";
import { type Gate, type Outcome, runProgram, withTally } from "./gate.ts";
import { whenInterrupted } from "./when-interrupted.ts";

const Report = z.object({ stats: z.object({ expected: z.int(), flaky: z.int(), unexpected: z.int() }) });

/** The product as people meet it: a stack of its own, built for production, and a real browser. */
export function browserGate(folder: string, filters: string[]): Gate {
  return {
    name: "e2e",
    title: "End to end",
    async run(watched) {
      const browser = await findBrowser((line) => console.log(`  ${line}`));
      return withStack((environment) =>
        runPlaywright(folder, filters, watched, { ...environment, ...browser }),
      );
    },
  };
}

async function runPlaywright(
  folder: string,
  filters: string[],
  watched: boolean,
  environment: Record<string, string>,
): Promise<Outcome> {
  const report = join(folder, "e2e.json");
  const options = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const reporters = watched ? [] : ["--reporter=dot,json"];
  const outcome = await runProgram("playwright", ["test", ...reporters, ...filters], watched, options);
  return withTally(outcome, report, (text) => {
    const { expected, flaky, unexpected } = Report.parse(text).stats;
    return { passed: expected, failed: flaky + unexpected };
  });
}

/** Its data lies in a folder made for this run, and its ports are whatever is free: others may be running beside it. */
async function withStack(work: (environment: Record<string, string>) => Promise<Outcome>): Promise<Outcome> {
  const directory = temporaryDirectory();
  const taken = takeDataDirectory(directory);
  if ("heldBy" in taken) throw new Error(`${directory} was made just now and is taken.`);
  const parts = partList();
  const forget = whenInterrupted(parts.stopAll);
  try {
    const stack = await startStack(
      {
        directory,
        record: taken.record,
        progress: silentProgress,
        development: false,
        throwaway: true,
        ports: { app: 3100, supabase: 54_521, postgres: 54_522, sandbox: 54_523, mail: 54_524 },
        onDatabaseLost: (lines) => console.error(`PostgreSQL stopped during the tests.\n${lines}`),
      },
      parts.add,
    );
    return await work({
      ...addresses(stack.environment),
      BASE_URL: stack.url,
      MAIL_URL: stack.mailUrl,
      STACK_DIRECTORY: directory,
    });
  } finally {
    await parts.stopAll();
    forget();
    cpSync(join(directory, "logs"), join("test-results", "logs"), { recursive: true, force: true });
    removeDataDirectory(directory);
  }
}

/** What a test needs to reach the parts of the stack by itself. */
function addresses(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = [
    "DATABASE_URL",
    "NEXT_PUBLIC_SUPABASE_URL",
    "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
    "PROVIDER_SANDBOX_URL",
    "META_APP_ID",
    "META_APP_SECRET",
    "META_WEBHOOK_VERIFY_TOKEN",
    "INSTAGRAM_APP_ID",
    "INSTAGRAM_APP_SECRET",
    "ZOOM_CLIENT_ID",
    "ZOOM_CLIENT_SECRET",
    "ZOOM_WEBHOOK_SECRET_TOKEN",
    "CRON_SECRET",
    "METRICS_TOKEN",
  ];
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? ""]));
}
