import postgres from "postgres";
import { nodeProgram } from "#scripts/stack/node-program.ts";
import { forgeries } from "#tests/support/forgeries.ts";
import { postForgeries } from "#tests/support/post-forgeries.ts";
import { aBenchConnection } from "./a-bench-connection.ts";
import { benchDatabase } from "./bench-database.ts";
import { benchEnvironment, benchSecret } from "./bench-environment.ts";
import { keptMemory } from "./kept-memory.ts";
import { withProcess } from "./with-process.ts";

// Deliveries that nobody may have accepted: none is, none is a fault of ours, memory stays flat and next to nothing is
// written. `-- fuzz <count> <seed>`.
const count = Number(process.argv[3] ?? 100_000);
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000);
const slices = 10;
/** How far apart two readings may be of what stays the same. */
const flat = { held: 4, resident: 20 };
const inspectorPort = 3996;

const database = await benchDatabase();
const sql = postgres(database.databaseUrl, { onnotice: () => {} });
try {
  const { pageId } = await aBenchConnection(sql);
  const origin = "http://127.0.0.1:3997";
  const env = { ...benchEnvironment(database.databaseUrl), PORT: "3997", NEXT_PORT: "3998" };
  const { command, args } = nodeProgram("server.ts", { watch: false });
  const inspected = [`--inspect=127.0.0.1:${inspectorPort}`, "--inspect-publish-uid=http"];
  const server = {
    command,
    args: [...inspected, ...args],
    env,
    readyAt: `${origin}/api/webhooks/meta`,
  };
  const made = forgeries({ secret: benchSecret, pageId, seed });
  const statuses = new Map<number, number>();
  const kept: { held: number; resident: number }[] = [];
  const began = Date.now();

  await withProcess(server, async () => {
    const memory = await keptMemory(inspectorPort);
    try {
      for (let slice = 0; slice < slices; slice += 1) {
        const answered = await postForgeries({
          origin,
          forgeries: made,
          count: count / slices,
          inFlight: 64,
        });
        for (const [status, times] of answered) statuses.set(status, (statuses.get(status) ?? 0) + times);
        kept.push(await memory.read());
      }
    } finally {
      await memory.close();
    }
  });

  const minutes = (Date.now() - began) / 60_000;
  const [rows] = await sql<{ events: number; refusals: number; rows: number; samples: number }[]>`
    select (select count(*)::int from webhook_events) as events, sum(count)::int as refusals, count(*)::int as rows,
      (select count(*)::int from webhook_rejection_samples) as samples
    from webhook_rejections
    -- Whether the server is ready was asked for with what it refuses.
    where reason <> 'bad_handshake'`;
  if (!rows) throw new Error("nothing was counted");
  const held = kept.map((memory) => memory.held);
  const resident = kept.map((memory) => memory.resident);

  console.log(
    `fuzz: ${count.toLocaleString("en")} deliveries, seed ${seed}, ${(count / minutes / 60).toFixed(0)}/s`,
  );
  console.log(`  answers ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`);
  console.log(`  memory held ${held.join(", ")} MB, resident ${resident.join(", ")} MB, garbage collected`);
  console.log(
    `  ${rows.events} events, ${rows.refusals} refusals in ${rows.rows} rows and ${rows.samples} samples over ${minutes.toFixed(1)} minutes`,
  );
  const isWell =
    [...statuses.keys()].every((status) => status >= 400 && status < 500) &&
    rows.events === 0 &&
    rows.refusals === count &&
    rows.rows <= (minutes + 2) * 20 &&
    growth(held) <= flat.held &&
    growth(resident) <= flat.resident;
  console.log(isWell ? "  as it should be" : "  NOT AS IT SHOULD BE");
  if (!isWell) process.exitCode = 1;
} finally {
  await sql.end();
  await database.stop();
}

/** A process grows until it has found its size; what leaks goes on growing. */
function growth(megabytes: number[]): number {
  return (megabytes.at(-1) ?? 0) - Math.max(...megabytes.slice(0, slices / 2));
}
