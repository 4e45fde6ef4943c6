import type { Sql } from "postgres";

/** An organization with one connected Page, to send events to. */
export async function aBenchConnection(sql: Sql): Promise<{ pageId: string; connectionId: string }> {
  const pageId = "104000000000099";
  const [row] = await sql<{ id: string }[]>`
    with organization as (
      insert into organizations (name, slug) values ('Bench', 'bench') returning id
    )
    insert into connections (organization_id, provider, external_id, display_name, status)
    select id, 'facebook', ${pageId}, 'Bench', 'healthy' from organization
    returning id`;
  if (!row) throw new Error("the connection was not stored");
  return { pageId, connectionId: row.id };
}
