import postgres from "postgres";
import { buildApp } from "#scripts/stack/build-app.ts";
import { nextProgram, nodeProgram } from "#scripts/stack/node-program.ts";

import { aBenchConnection } from "./a-bench-connection.ts";
import { benchDatabase } from "./bench-database.ts";
import { benchEnvironment, benchSecret } from "./bench-environment.ts";
import { bareNext, buildBareNext } from "./build-bare-next.ts";
import { type Load, load } from "./load.ts";
import { measureWorker } from "./measure-worker.ts";
import { type Program, withProcess } from "./with-process.ts";

// Every figure is a ratio against a bare server measured in the same run: absolute ones say more about the machine. The
// servers take turns, many and short ones: one and the same server's rate wanders by a third within seconds, and three
// long turns may all have met the wrong ones. `-- ingest <requests> <rounds> door` leaves out Next and its builds.
const requests = Number(process.argv[3] ?? 3_000);
const rounds = Number(process.argv[4] ?? 15);
/** The less a server does, the sooner its code is compiled for good: so many deliveries are sent to each unmeasured. */
const warmUpRequests = 10_000;
const isDoorOnly = process.argv[5] === "door";
/**
 * Between its turns a server rests, which V8 takes for a reason to keep its heap small: for some time after, it collects
 * garbage several times as often. Whether it does is chance, and who hears from platforms around the clock does not rest.
 */
const restless = "--no-memory-reducer";

if (!isDoorOnly) {
  await buildApp();
  await buildBareNext();
}
const database = await benchDatabase({ durable: true });
const sql = postgres(database.databaseUrl, { onnotice: () => {} });
try {
  const environment = benchEnvironment(database.databaseUrl);
  const { pageId, connectionId } = await aBenchConnection(sql);

  const at = (port: number, path = "/api/webhooks/meta") => `http://127.0.0.1:${port}${path}`;
  const program = (
    { command, args }: ReturnType<typeof nodeProgram>,
    port: number,
    readyAt: string,
  ): Program => {
    const env = { ...environment, PORT: String(port), NEXT_PORT: "3998" };
    return { command, args: [restless, ...args], env, readyAt };
  };
  const ours = (file: string) => nodeProgram(file, { watch: false });
  const bare = program(ours("tests/bench/baseline.ts"), 3996, at(3996));
  const door = program(ours("server.ts"), 3997, at(3997));
  const route = program(nextProgram("start", "-p", "3998"), 3998, at(3998));
  const bareRoute = program(nextProgram("start", bareNext, "-p", "3999"), 3999, at(3999, "/receive"));
  const pairs = [
    { name: "the door, of bare node:http", ours: door, bare },
    ...(isDoorOnly ? [] : [{ name: "the route, of a bare Next route", ours: route, bare: bareRoute }]),
  ];

  for (const pair of pairs) {
    await withProcess(pair.bare, () =>
      withProcess(pair.ours, async () => {
        for (const inFlight of [1, 64]) {
          const count = inFlight === 1 ? Math.ceil(requests / 10) : requests;
          const measure = ({ readyAt }: Program) =>
            load({ url: readyAt, secret: benchSecret, pageId, inFlight, requests: count });
          const turns: { bare: Load; ours: Load }[] = [];
          for (let round = -Math.ceil(warmUpRequests / requests); round < rounds; round += 1) {
            const turn = { bare: await measure(pair.bare), ours: await measure(pair.ours) };
            if (round >= 0) turns.push(turn);
          }
          report(`${pair.name}, ${inFlight} in flight`, turns);
        }
      }),
    );
  }
  const drained = await measureWorker({ sql, connectionIds: [connectionId], env: environment });
  console.log(`\nworker: ${Math.round(drained)} events/s of one connection`);
} finally {
  await sql.end();
  await database.stop();
}

function report(name: string, turns: { bare: Load; ours: Load }[]): void {
  const of = (measure: (turn: { bare: Load; ours: Load }) => number) => median(turns.map(measure));
  const words = ({ perSecond, medianMs, p99Ms }: Record<"perSecond" | "medianMs" | "p99Ms", number>) =>
    `${Math.round(perSecond)}/s, median ${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  const all = (which: "bare" | "ours") => ({
    perSecond: of((turn) => turn[which].perSecond),
    medianMs: of((turn) => turn[which].medianMs),
    p99Ms: of((turn) => turn[which].p99Ms),
  });
  const refused = turns.reduce((sum, turn) => sum + turn.bare.refused + turn.ours.refused, 0);

  console.log(`\n${name}`);
  console.log(
    `  throughput ${of((turn) => turn.ours.perSecond / turn.bare.perSecond).toFixed(2)} ×, ` +
      `median ${of((turn) => turn.ours.medianMs / turn.bare.medianMs).toFixed(2)} ×, ` +
      `p99 ${of((turn) => turn.ours.p99Ms / turn.bare.p99Ms).toFixed(2)} ×${refused > 0 ? `, ${refused} REFUSED` : ""}`,
  );
  console.log(`  ours ${words(all("ours"))}`);
  console.log(`  bare ${words(all("bare"))}`);
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
