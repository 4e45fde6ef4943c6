import { join } from "node:path";
import { answersHttp } from "./answers-http.ts";
import { claimPort } from "./claim-port.ts";
import { nextProgram, nodeProgram } from "./node-program.ts";
import type { Part } from "./part.ts";
import type { Progress } from "./progress.ts";
import { superviseProcess } from "./supervised-process.ts";

export type AppOptions = {
  environment: NodeJS.ProcessEnv;
  /** The public port, claimed already: the rest of the stack has been told the address. */
  port: number;
  development: boolean;
  withWorker: boolean;
  /** Where the processes' output goes; null lets them write to the terminal. */
  logDirectory: string | null;
  /** Hears of each process id. */
  onSpawn: (pid: number) => void;
  progress: Progress;
  started: (part: Part) => void;
};

/** The three processes of the app: Next, the worker, and the front that owns the port. */
export async function startApp(options: AppOptions): Promise<void> {
  const { port, development, onSpawn, progress, started } = options;
  const nextPort = await claimPort(port + 1000);
  const environment = { ...options.environment, PORT: String(port), NEXT_PORT: String(nextPort) };
  const shared = { environment, onSpawn, tell: progress.tell };
  const logFile = (name: string) => options.logDirectory && join(options.logDirectory, `${name}.log`);

  // Longer than the front keeps a line to Next: a line Next closes at the moment of its next use loses a request.
  const mode = development ? ["dev"] : ["start", "--keepAliveTimeout", "70000"];
  const next = nextProgram(...mode, "-p", String(nextPort), "-H", "127.0.0.1");
  started(
    await progress.step("Next", () =>
      superviseProcess({
        name: "Next server",
        ...next,
        ...shared,
        environment: { ...environment, NODE_ENV: development ? "development" : "production" },
        logFile: logFile("next"),
        ready: () => answersHttp(`http://127.0.0.1:${nextPort}/api/health`),
      }),
    ),
  );

  if (options.withWorker) {
    started(
      await progress.step(
        "Worker",
        () =>
          superviseProcess({
            name: "worker",
            ...nodeProgram("lib/jobs/worker.ts", { watch: development }),
            ...shared,
            logFile: logFile("worker"),
            // Nothing waits for the worker: jobs are kept until it takes them.
            ready: async () => true,
          }),
        () => "started",
      ),
    );
  }

  started(
    await progress.step(
      "Front",
      () =>
        superviseProcess({
          name: "front",
          ...nodeProgram("server.ts", { watch: development }),
          ...shared,
          logFile: logFile("front"),
          ready: () => answersHttp(`http://127.0.0.1:${port}/api/health`),
        }),
      () => `port ${port}`,
    ),
  );
}
