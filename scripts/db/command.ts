import { withDatabase } from "./with-database.ts";

/** Runs a db: command and ends the process with its outcome. Errors are for people here: their message, no stack. */
export async function command(work: (databaseUrl: string) => Promise<void>): Promise<void> {
  try {
    await withDatabase(work);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** The number after `--to`: how many migrations are to remain applied. */
export function targetCount(args: string[]): number | undefined {
  const position = args.indexOf("--to");
  if (position === -1) return undefined;
  const count = Number(args[position + 1]);
  if (!Number.isInteger(count) || count < 0) {
    throw new Error(
      "After --to comes how many migrations are to remain applied, for instance --to 0 for none.",
    );
  }
  return count;
}
