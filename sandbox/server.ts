import { readConfig } from "./config.ts";
import { startSandbox } from "./start.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const sandbox = await startSandbox(readConfig(process.env), say);
  say(`sandbox ready on ${sandbox.url}`);

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => sandbox.close().finally(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
