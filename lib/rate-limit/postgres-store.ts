import "server-only";
import { withClient } from "#lib/db/client.ts";

type Query = { text: string; values: (string | number | null)[] };

/** Our pool as rate-limiter-flexible expects one: node-postgres's `query`, over postgres.js. */
export const postgresStore = {
  async query({ text, values }: Query) {
    const rows = await withClient((client) => client.unsafe(text, values));
    return { rows, rowCount: rows.count };
  },
};
