import { parseArgs } from "node:util";
import postgres from "postgres";

import { anAnalyticsOrganization } from "./analytics-organization.ts";
import { type AnalyticsQuestion, startAnalyticsReader } from "./analytics-reader.ts";
import { benchDatabase } from "./bench-database.ts";
import { fillAnalytics } from "./fill-analytics.ts";
import { timesOf } from "./times-of.ts";

// `npm run bench -- analytics --others 1000`: how long an organization with three years of daily metrics of five accounts
// and 50,000 posts waits for the queries of a page of Analytics, alone in a database and beside so many like it in another.
// `--minutes` ends the filling: as many as there are then is as many as it is beside.
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    others: { type: "string", default: "1000" },
    minutes: { type: "string", default: "5" },
    rounds: { type: "string", default: "60" },
  },
});
const filling = { days: 3 * 365, posts: 50_000 };
const rounds = Number(values.rounds);

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const questions: Record<string, AnalyticsQuestion> = {
  "28 days": { query: {}, isContent: false },
  "90 days": { query: { range: "90d" }, isContent: false },
  "three years": { query: { from: ago(1_094), to: ago(1) }, isContent: false },
  "28 days, one platform": { query: { channel: "instagram" }, isContent: false },
  "posts of 28 days": { query: {}, isContent: true },
  "posts of three years by reach": {
    query: { from: ago(1_094), to: ago(1), sort: "reach" },
    isContent: true,
  },
};

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
  const [one, beside] = await Promise.all(
    [alone, full].map(async (sql) => {
      const member = await anAnalyticsOrganization(sql, "harbour");
      await fillAnalytics(sql, member.organizationId, { ...filling, isWordy: true });
      return member;
    }),
  );
  if (!one || !beside) throw new Error("the organizations were not made");
  const others = await addOthers(full);
  for (const sql of [alone, full]) await sql`vacuum analyze`;
  const [size] = await full`select pg_size_pretty(pg_database_size('postgres')) as size`;
  console.log(`beside ${others} others like it, ${size?.size} in all`);

  const readers = {
    alone: startAnalyticsReader(addressOf(server.databaseUrl, "few"), one),
    beside: startAnalyticsReader(server.databaseUrl, beside),
  };
  stop.unshift(...Object.values(readers).map((reader) => reader.stop));

  const columns = ["alone p50", "p95", "beside p50", "p95", "p50 ratio", "p95 ratio"];
  console.log(`\n${"".padEnd(30)}${columns.map((column) => column.padStart(11)).join("")}`);
  for (const [name, question] of Object.entries(questions)) {
    // In turn, so that whatever else the machine does slows both.
    const taken = { alone: [] as number[], beside: [] as number[] };
    for (let round = -8; round < rounds; round += 1) {
      for (const where of ["alone", "beside"] as const) {
        const took = await readers[where].ask(question);
        if (round >= 0) taken[where].push(took);
      }
    }
    const few = await timesOf(async () => taken.alone, 1);
    const many = await timesOf(async () => taken.beside, 1);
    const line = [few.medianMs, few.p95Ms, many.medianMs, many.p95Ms];
    const ratios = [many.medianMs / few.medianMs, many.p95Ms / few.p95Ms];
    console.log(name.padEnd(30) + [...line, ...ratios].map((each) => each.toFixed(2).padStart(11)).join(""));
  }
} finally {
  for (const each of stop) await each();
}

/** Two at a time, until there are enough or the time is up. */
async function addOthers(sql: postgres.Sql): Promise<number> {
  const until = Date.now() + Number(values.minutes) * 60_000;
  let [next, done] = [0, 0];
  await Promise.all(
    [0, 1].map(async () => {
      while (next < Number(values.others) && Date.now() < until) {
        next += 1;
        const { organizationId } = await anAnalyticsOrganization(sql, `other-${next}`);
        await fillAnalytics(sql, organizationId, { ...filling, isWordy: false });
        done += 1;
      }
    }),
  );
  return done;
}
