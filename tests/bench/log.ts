import { parseArgs } from "node:util";
import postgres from "postgres";
import { benchDatabase } from "./bench-database.ts";
import { fillLog } from "./fill-log.ts";
import { aLogOrganization } from "./log-organization.ts";
import { startLogReader } from "./log-reader.ts";
import { measureLog } from "./measure-log.ts";

// `npm run bench -- log --rows 10000000`: how long the log's queries take on so many events of one organization, and on
// ten thousand of another beside them, against ten thousand in a database of their own.
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rows: { type: "string", default: "300000" }, only: { type: "string", default: "" } },
});
const few = 10_000;
const many = Number(values.rows);

const server = await benchDatabase();
const addressOf = (base: string, database: string) =>
  Object.assign(new URL(base), { pathname: `/${database}` }).href;
/** As the superuser, without foreign keys being looked up for each row. */
const open = (database: string) =>
  postgres(addressOf(server.adminUrl, database), {
    onnotice: () => {},
    connection: { session_replication_role: "replica" },
  });
const stop: (() => Promise<unknown>)[] = [server.stop];
try {
  const template = open("template1");
  await template`create database few template postgres owner postgres`;
  await template.end();

  const [alone, full] = [open("few"), open("postgres")];
  stop.unshift(
    () => alone.end(),
    () => full.end(),
  );
  const fewAlone = await aLogOrganization(alone, "alone");
  await fillLog(alone, fewAlone, few);
  const [beside, large] = [await aLogOrganization(full, "beside"), await aLogOrganization(full, "large")];
  await fillLog(full, beside, few);
  const started = performance.now();
  await fillLog(full, large, many);
  console.log(`filled with ${many} events in ${Math.round((performance.now() - started) / 1000)} s`);

  const readers = {
    alone: startLogReader(addressOf(server.databaseUrl, "few"), fewAlone),
    many: startLogReader(server.databaseUrl, large),
    beside: startLogReader(server.databaseUrl, beside),
  };
  stop.unshift(...Object.values(readers).map((reader) => reader.stop));
  await measureLog(readers, values.only);
} finally {
  for (const each of stop) await each();
}
