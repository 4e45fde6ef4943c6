import type { Sql } from "postgres";
import type { Member } from "#lib/organizations/membership.ts";
import { accounts } from "./log-accounts.ts";

export type LogOrganization = {
  member: Member;
  /** By name. */
  connections: Record<string, string>;
  problemId: string;
  replayId: string;
};

/** An organization with its owner, its accounts and, for each share of its traffic, what such an event is. */
export async function aLogOrganization(sql: Sql, name: string): Promise<LogOrganization> {
  const [person] = await sql`
    insert into auth.users (id, email) values (gen_random_uuid(), ${`${name}@example.com`}) returning id`;
  const [organization] =
    await sql`insert into organizations (name, slug) values (${name}, ${name}) returning id`;
  const [userId, organizationId] = [person?.id, organization?.id];
  await sql`
    insert into organization_members (organization_id, user_id, role) values (${organizationId}, ${userId}, 'owner')`;
  await sql`create table if not exists bench_kinds (
    organization_id uuid, n int, connection_id uuid, provider provider, account text, event_type text, problem_id uuid,
    primary key (organization_id, n))`;

  const connections: Record<string, string> = {};
  const kinds: object[] = [];
  for (const [index, account] of accounts.entries()) {
    const external = `${name}-${index}`;
    const [connection] = await sql`
      insert into connections (organization_id, provider, external_id, display_name, status)
      values (${organizationId}, ${account.provider}, ${external}, ${account.name}, 'healthy') returning id`;
    connections[account.name] = connection?.id;
    for (const [type, share] of Object.entries(account.types)) {
      const [problem] = await sql`
        insert into webhook_problems (organization_id, provider, event_type, cause, failures, first_seen_at, last_seen_at)
        values (${organizationId}, ${account.provider}, ${type}, 'The handler ran out of time.', 1, now(), now())
        on conflict (organization_id, provider, event_type, cause) do update set failures = 1 returning id`;
      for (let tenths = account.share * share; tenths > 0; tenths -= 10) {
        kinds.push({
          organization_id: organizationId,
          n: kinds.length,
          connection_id: connection?.id,
          provider: account.provider,
          account: external,
          event_type: type,
          problem_id: problem?.id,
        });
      }
    }
  }
  await sql`insert into bench_kinds ${sql(kinds as Record<string, string | number>[])}`;

  const [problem] = await sql`
    select id from webhook_problems where organization_id = ${organizationId} and event_type = 'feed'`;
  const member = {
    userId,
    email: `${name}@example.com`,
    organizationId,
    organizationSlug: name,
    organizationName: name,
    role: "owner",
  } as const;
  return { member, connections, problemId: problem?.id, replayId: crypto.randomUUID() };
}
