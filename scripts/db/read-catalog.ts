import postgres from "postgres";
import { catalogQueries } from "./catalog-queries.ts";

/** Every part of the schema by its name, and what it is in one line of text. */
export type Catalog = Record<string, string>;

/** Reads the schema that migrations made: ours, and what of ours stands on Supabase's tables. */
export async function readCatalog(databaseUrl: string): Promise<Catalog> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, prepare: false });
  try {
    // Names in definitions are written out or not depending on this, whatever the role's own setting is.
    await sql`set search_path = ''`;
    const parts: [string, string][] = [];
    for (const query of Object.values(catalogQueries)) {
      const rows = await sql.unsafe<{ name: string; definition: string | null }[]>(query);
      parts.push(
        ...rows.map(({ name, definition }): [string, string] => [name, normalize(name, definition ?? "")]),
      );
    }
    return Object.fromEntries(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
  } finally {
    await sql.end();
  }
}

// PostgreSQL 15 to 18 differ in spaces, and 16 stopped writing the table before each column of a view that has one.
function normalize(name: string, definition: string): string {
  const oneLine = definition.replace(/\s+/g, " ").trim();
  return name.startsWith("view ") ? oneLine.replace(/\b[a-z_]\w*\.(?=[a-z_])/g, "") : oneLine;
}
