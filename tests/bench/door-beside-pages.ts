import postgres from "postgres";
import { demoAccount, demoOrganization } from "#drizzle/demo-account.ts";
import { load } from "./load.ts";
import { signedInPages } from "./signed-in-pages.ts";
import { withStack } from "./with-stack.ts";

// What the door keeps of its rate while four people at once load the log, one page after the other without a pause, and
// how long what it took in needs to be processed. `-- pages <requests> <rounds>`.
const requests = Number(process.argv[3] ?? 5_000);
const rounds = Number(process.argv[4] ?? 3);
const browsers = 4;

await withStack(async ({ url, environment }) => {
  const sql = postgres(environment.DATABASE_URL ?? "", { max: 2, onnotice: () => {} });
  const [connection] = await sql<{ id: string; externalId: string }[]>`
    select c.id, c.external_id as "externalId" from connections c join organizations o on o.id = c.organization_id
    where o.slug = ${demoOrganization.slug} and c.provider = 'facebook' and c.status <> 'disconnected' limit 1`;
  if (!connection) throw new Error("the demo has no Page");
  const { id, externalId: pageId } = connection;
  const secret = environment.META_APP_SECRET ?? "";
  const post = () => load({ url: `${url}/api/webhooks/meta`, secret, pageId, inFlight: 64, requests });
  const people = await Promise.all(
    Array.from({ length: browsers }, () => signedInPages({ url, environment, ...demoAccount })),
  );
  const log = `/o/${demoOrganization.slug}/events`;
  for (const open of people) await open([log]);

  const kept: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const alone = await post();
    await processed(sql, id);
    const drained = requests / ((performance.now() - started) / 1_000);

    let isOver = false;
    let pages = 0;
    const reading = people.map(async (open) => {
      while (!isOver) {
        await open([log]);
        pages += 1;
      }
    });
    const beside = await post();
    isOver = true;
    await Promise.all(reading);
    await processed(sql, id);

    kept.push(beside.perSecond / alone.perSecond);
    console.log(
      `door ${Math.round(alone.perSecond)}/s alone, ${Math.round(beside.perSecond)}/s beside ${browsers} readers ` +
        `(${pages} pages): keeps ${(beside.perSecond / alone.perSecond).toFixed(2)}; ` +
        `received to processed ${Math.round(drained)} events/s`,
    );
  }
  const median = kept.toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0;
  console.log(`median: the door keeps ${median.toFixed(2)} of its rate`);
  await sql.end();
});

async function processed(sql: postgres.Sql, connectionId: string): Promise<void> {
  for (;;) {
    const [row] = await sql<{ left: boolean }[]>`
      select exists (select from webhook_events where connection_id = ${connectionId} and status = 'pending') as left`;
    if (!row?.left) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
