import { seed } from "#drizzle/seed.ts";
import { closeDatabase } from "#lib/db/client.ts";

await seed();
await closeDatabase();
