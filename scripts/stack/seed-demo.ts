import { spawn } from "node:child_process";
import postgres from "postgres";
import { nodeProgram } from "./node-program.ts";

/** Makes the demo organization where no one has an account yet, or finishes making it. Answers whether it did. */
export async function seedDemo(environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (await hasAnyAccount(environment.DATABASE_URL ?? "")) return false;
  await runSeed(environment);
  return true;
}

// The seed confirms its own account last: one that is not confirmed is a seed that was cut off.
async function hasAnyAccount(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] =
      await sql`select exists (select from auth.users where email_confirmed_at is not null) as found`;
    return row?.found === true;
  } finally {
    await sql.end();
  }
}

// A process of its own: the seed reads the environment of the app, which this process does not have.
function runSeed(environment: NodeJS.ProcessEnv): Promise<void> {
  const { command, args } = nodeProgram("scripts/db/seed.ts", { watch: false });
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk) => errors.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The demo organization could not be made.\n${Buffer.concat(errors)}`)),
    );
  });
}
