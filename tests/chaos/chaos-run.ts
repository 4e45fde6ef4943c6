import type { Sql } from "postgres";
import { balance } from "./books.ts";
import { platform } from "./platform.ts";
import { seeded } from "./seeded.ts";
import { type ChaosStack, type Victim, victims } from "./stack.ts";

type Options = { stack: ChaosStack; sql: Sql; seed: number; events: number; kills: number };

export type ChaosOutcome = Awaited<ReturnType<typeof balance>> & {
  stored: number;
  killed: Victim[];
  recoveredMs: number;
};

const pages = 4;
const conversationsPerPage = 6;
/** Longer than any rest a worker takes, or a job of a dead one. */
const patienceMs = 180_000;

/**
 * Sends an organization's messages while the processes that take them in and work them off are killed, each kind at
 * least once, at moments that the seed decides; then waits until all is worked off, and balances the books.
 */
export async function chaosRun({ stack, sql, seed, events, kills }: Options): Promise<ChaosOutcome> {
  const random = seeded(seed);
  const { organizationId, pageIds } = await anOrganization(sql, seed);
  const killed: Victim[] = [];
  const blows: Promise<void>[] = [];

  // By progress and not by the clock: a slow machine is hit in the same places.
  const chosen = Array.from({ length: kills }, (_, at) => victims[at] ?? random.oneOf(victims));
  const deliveries = events / 2;
  const plan = chosen
    .map((victim) => ({ victim, after: random.below(deliveries), restMs: random.below(30) }))
    .sort((left, right) => left.after - right.after);
  let acknowledged = 0;
  let lastBlow = Promise.resolve();
  function strike(): void {
    for (let next = plan[0]; next && next.after <= acknowledged; next = plan[0]) {
      plan.shift();
      const { victim, restMs } = next;
      killed.push(victim);
      const blow = async () => {
        await pause(restMs);
        await stack.victims[victim]();
      };
      // Two databases cannot be brought back at once; all else may be down together with it.
      if (victim.startsWith("database")) lastBlow = lastBlow.then(blow);
      blows.push(victim.startsWith("database") ? lastBlow : blow());
    }
  }

  const { converse, ledger } = platform({
    url: stack.webhookUrl,
    secret: stack.secret,
    random,
    onAcknowledged: () => {
      acknowledged += 1;
      strike();
    },
  });
  const messages = Math.ceil(events / (pages * conversationsPerPage));
  await Promise.all(
    pageIds.flatMap((pageId) =>
      Array.from({ length: conversationsPerPage }, (_, person) =>
        converse(pageId, `65000000000000${10 + person}`, messages),
      ),
    ),
  );
  acknowledged = deliveries;
  strike();
  await Promise.all(blows);

  const started = performance.now();
  await workedOff(sql, organizationId, stack);
  const recoveredMs = Math.round(performance.now() - started);
  return {
    ...(await balance(sql, organizationId, ledger)),
    stored: ledger.acknowledged.size,
    killed,
    recoveredMs,
  };
}

async function anOrganization(sql: Sql, seed: number) {
  const pageIds = Array.from(
    { length: pages },
    (_, page) => `1040000${String(seed).padStart(6, "0")}${page}`,
  );
  const [organization] = await persistently(
    () => sql<{ id: string }[]>`
      insert into organizations (name, slug) values ('Chaos', ${`chaos-${seed}`}) returning id`,
  );
  if (!organization) throw new Error("the organization was not stored");
  await sql`
    insert into connections (organization_id, provider, external_id, display_name, status)
    select ${organization.id}, 'facebook', page, 'Chaos', 'healthy' from unnest(${pageIds}::text[]) as page`;
  return { organizationId: organization.id, pageIds };
}

/** No one helps: what was left half done has to be found by those who came after. */
async function workedOff(sql: Sql, organizationId: string, stack: ChaosStack): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const waiting = () => sql`
    select from webhook_events where organization_id = ${organizationId} and status in ('pending', 'failed') limit 1`;
  while ((await persistently(waiting)).length > 0) {
    if (performance.now() > deadline) throw new Error(`not worked off by itself\n${stack.lastWords()}`);
    await pause(50);
  }
}

/** The database was killed a moment ago: the first question finds its lines cut. */
async function persistently<Answer>(ask: () => PromiseLike<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(100);
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
