// A second process of the app, for tests: opens a connection's access, made up or real, as often at once as it is told, and
// prints what came of each.
import { registerMadeUp } from "./made-up/provider.ts";

registerMadeUp();
const { withAccess } = await import("#lib/connections/with-access.ts");
const { closeDatabase } = await import("#lib/db/client.ts");
const [connectionId = "", times = "1"] = process.argv.slice(2);

const outcomes = await Promise.all(
  Array.from({ length: Number(times) }, () =>
    withAccess(connectionId, async (_app, { secrets }) => ({
      ok: true,
      value: secrets.access ?? secrets.accessToken ?? "",
    })),
  ),
);
console.log(JSON.stringify(outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error.sentence))));
await closeDatabase();
