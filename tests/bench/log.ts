import "#tests/support/test-environment.ts";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { startScratchDatabase } from "#scripts/stack/start-scratch-database.ts";
import { fillLog } from "./fill-log.ts";
import { logMeasures } from "./log-measures.ts";
import { aLogOrganization } from "./log-organization.ts";
import { reportLog } from "./report-log.ts";

// `npm run bench -- log --rows 10000000`: how long the log's queries take on ten thousand events, and on many.
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rows: { type: "string", default: "300000" }, only: { type: "string", default: "" } },
});
const few = 10_000;
const many = Number(values.rows);

const database = await startScratchDatabase();
// As the superuser, without foreign keys being looked up for each of the rows.
const sql = postgres(database.adminUrl, {
  onnotice: () => {},
  connection: { session_replication_role: "replica" },
});
process.env.DATABASE_URL = database.databaseUrl;
try {
  const small = await aLogOrganization(sql, "small");
  await fillLog(sql, small, few);
  const alone = await logMeasures(small, values.only);

  const large = await aLogOrganization(sql, "large");
  const started = performance.now();
  await fillLog(sql, large, many);
  console.log(`filled with ${many} events in ${Math.round((performance.now() - started) / 1000)} s`);
  const amongMany = await logMeasures(large, values.only);
  const beside = await logMeasures(small, values.only);
  reportLog(alone, amongMany, beside);
} finally {
  const { closeDatabase } = await import("#lib/db/client.ts");
  await closeDatabase();
  await sql.end();
  await database.stop();
}
