import { syncConnection } from "#lib/sync/sync-connection.ts";

// A process of its own that reads an account, and says a dot for each call it makes.
const [connectionId = ""] = process.argv.slice(2);
const { fetch } = globalThis;
globalThis.fetch = (...call) => {
  process.stdout.write(".");
  return fetch(...call);
};
await syncConnection({ connectionId, cause: "schedule", attempt: 0 });
process.exit();
