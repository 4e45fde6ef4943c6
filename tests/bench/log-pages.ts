import { parseArgs } from "node:util";
import postgres from "postgres";
import { demoAccount } from "#drizzle/demo-account.ts";
import { eventFilterQuery } from "#lib/webhooks/event-filter.ts";
import { superuser } from "#scripts/stack/initialise-postgres.ts";
import { fillLog } from "./fill-log.ts";
import { aLogOrganization } from "./log-organization.ts";
import { inPlace, logFilters } from "./log-questions.ts";
import { signedInPages } from "./signed-in-pages.ts";
import { timesIn } from "./times-of.ts";
import { withStack } from "./with-stack.ts";

// `npm run bench -- log-pages --rows 10000000`: how long the server takes over the page of the log, whole, with its
// histogram, under every filter, at the top and anywhere below: on so many events, and on ten thousand in a stack beside.
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { rows: { type: "string", default: "300000" }, rounds: { type: "string", default: "20" } },
});
const few = 10_000;
const many = Number(values.rows);
const rounds = Number(values.rounds);
const warmUp = 4;

type Stack = { url: string; environment: NodeJS.ProcessEnv };
type Asked = { names: string[]; ask: (name: string, round: number) => Promise<number> };

await withStack((small) =>
  withStack(async (large) => {
    const stacks = { few: await filled(small, few), many: await filled(large, many) };
    const columns = ["few p50", "p95", "many p50", "p95", "ratio"];
    console.log(`\n${"".padEnd(30)}${columns.map((column) => column.padStart(11)).join("")}`);
    const all = { few: [] as number[], many: [] as number[] };
    for (const name of stacks.few.names) {
      const took = { few: [] as number[], many: [] as number[] };
      for (let round = -warmUp; round < rounds; round += 1) {
        for (const which of ["few", "many"] as const) {
          const ms = await stacks[which].ask(name, Math.max(0, round));
          if (round >= 0) took[which].push(ms);
        }
      }
      all.few.push(...took.few);
      all.many.push(...took.many);
      report(name, took);
    }
    report("all of them together", all);
  }),
);

/** Fills the stack with an organization that the demo account is a member of, and asks for its log as that person. */
async function filled({ url, environment }: Stack, rows: number): Promise<Asked> {
  const address = Object.assign(new URL(environment.DATABASE_URL ?? ""), { username: superuser }).href;
  // Without foreign keys being looked up for each row.
  const sql = postgres(address, { onnotice: () => {}, connection: { session_replication_role: "replica" } });
  const organization = await aLogOrganization(sql, "log");
  await sql`
    insert into organization_members (organization_id, user_id, role)
    select ${organization.member.organizationId}, id, 'owner' from profiles where email = ${demoAccount.email}`;
  const started = performance.now();
  await fillLog(sql, organization, rows);
  console.log(`filled with ${rows} events in ${Math.round((performance.now() - started) / 1000)} s`);
  await sql.end();

  const open = await signedInPages({ url, environment, ...demoAccount });
  const filters = logFilters(organization);
  return {
    names: Object.keys(filters),
    async ask(name, round) {
      const query = eventFilterQuery(inPlace(filters[name] ?? {}, round));
      const [ms = 0] = await open([`/o/log/events${query}`]);
      return ms;
    },
  };
}

function report(name: string, took: { few: number[]; many: number[] }): void {
  const [small, large] = [timesIn(took.few), timesIn(took.many)];
  const figures = [small.medianMs, small.p95Ms, large.medianMs, large.p95Ms, large.p95Ms / small.p95Ms];
  console.log(name.padEnd(30) + figures.map((figure) => figure.toFixed(2).padStart(11)).join(""));
}
