import { join } from "node:path";
import { migrateDatabase } from "#scripts/db/migrate-database.ts";
import { answersHttp } from "./answers-http.ts";
import { appEnvironment, embeddedMailFrom } from "./app-environment.ts";
import { bootstrapDatabase } from "./bootstrap-database.ts";
import { claimPort } from "./claim-port.ts";
import { nodeProgram } from "./node-program.ts";
import type { Part } from "./part.ts";
import type { Progress } from "./progress.ts";
import type { RunRecord } from "./run-record.ts";
import { sandboxEnvironment } from "./sandbox-environment.ts";
import { loadSecrets } from "./secrets.ts";
import { startMailCatcher } from "./start-mail-catcher.ts";
import { startPostgres } from "./start-postgres.ts";
import { startSupabase } from "./start-supabase.ts";
import { superviseProcess } from "./supervised-process.ts";

export type ServiceOptions = {
  directory: string;
  record: RunRecord;
  progress: Progress;
  appUrl: string;
  /** Where each would like to listen; a busy port is replaced by the next free one. */
  ports: { supabase: number; postgres: number; sandbox: number; mail: number };
  throwaway: boolean;
  onDatabaseLost: (lastLines: string) => void;
  /** Each part is handed over as soon as it runs, so that a failure further on can stop those before it. */
  started: (part: Part) => void;
};

export type Services = { environment: NodeJS.ProcessEnv; mailUrl: string; sandboxUrl: string };

/** Everything the app leans on, embedded: database, auth and storage, mail, and the stand-in for the platforms. */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const { directory, record, progress, appUrl, ports, started } = options;
  const secrets = await loadSecrets(directory);
  const on = (preferred: number, port: number) =>
    port === preferred ? `port ${port}` : `port ${port}, since ${preferred} is taken`;

  const database = await progress.step(
    "PostgreSQL",
    async () => {
      const { databasePassword: password } = secrets;
      const { throwaway, onDatabaseLost: onExit } = options;
      const server = await startPostgres({
        directory,
        password,
        preferredPort: ports.postgres,
        throwaway,
        onExit,
      });
      started(server);
      await bootstrapDatabase(server.adminUrl, password);
      return server;
    },
    ({ port, movedBecause }) =>
      on(ports.postgres, port) + (movedBecause ? `, kept in /var/tmp: ${movedBecause}` : ""),
  );
  const databaseUrl = `postgres://postgres:${secrets.databasePassword}@127.0.0.1:${database.port}/postgres`;

  const mail = await progress.step(
    "Mail catcher",
    () => startMailCatcher(directory, ports.mail),
    ({ url }) => url,
  );
  started(mail);
  const { smtpUrl } = mail;

  const supabase = await progress.step(
    "Supabase Lite",
    () =>
      startSupabase({
        directory,
        databaseUrl,
        secrets,
        appUrl,
        smtpUrl,
        mailFrom: embeddedMailFrom,
        preferredPort: ports.supabase,
      }),
    ({ port }) => on(ports.supabase, port),
  );
  started(supabase);

  const sandboxPort = await claimPort(ports.sandbox);
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const addresses = { appUrl, databaseUrl, supabaseUrl: supabase.url, smtpUrl, sandboxUrl };
  const environment = appEnvironment(secrets, addresses);
  const sandbox = await progress.step(
    "Provider sandbox",
    () =>
      superviseProcess({
        name: "provider sandbox",
        ...nodeProgram("sandbox/server.ts", { watch: false }),
        environment: { ...process.env, ...sandboxEnvironment(environment, directory, sandboxPort) },
        logFile: join(directory, "logs", "sandbox.log"),
        ready: () => answersHttp(sandboxUrl),
        onSpawn: record.addChild,
        tell: progress.tell,
      }),
    () => on(ports.sandbox, sandboxPort),
  );
  started(sandbox);

  await progress.step(
    "Migrations",
    () => migrateDatabase(databaseUrl),
    (names) => (names.length === 0 ? "up to date" : `${names.length} run`),
  );
  record.update({ addresses });
  return { environment, mailUrl: mail.url, sandboxUrl };
}
