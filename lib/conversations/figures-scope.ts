import { type SQL, sql } from "drizzle-orm";

/** Whose figures are read, of which days, both included, and of which connections if not of all. */
export type FiguresScope = {
  organizationId: string;
  from: string;
  to: string;
  connectionIds?: readonly string[];
};

/** The condition that the column names one of the scope's connections. */
export function ofConnections({ connectionIds }: FiguresScope, column: SQL): SQL {
  if (!connectionIds) return sql`true`;
  return sql`${column} = any(${`{${connectionIds.join(",")}}`}::uuid[])`;
}
