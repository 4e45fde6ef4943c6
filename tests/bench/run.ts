// `npm run bench` measures how deliveries are taken; `npm run bench -- <part>` something else, with its own arguments.
const parts: Record<string, () => Promise<unknown>> = {
  chaos: () => import("./chaos.ts"),
  latency: () => import("./latency.ts"),
  ingest: () => import("./ingest.ts"),
  fuzz: () => import("./fuzz.ts"),
  pages: () => import("./door-beside-pages.ts"),
  replay: () => import("./replay.ts"),
  log: () => import("./log.ts"),
  "log-pages": () => import("./log-pages.ts"),
  analytics: () => import("./analytics.ts"),
  worker: () => import("./worker.ts"),
};

const [part = "ingest"] = process.argv.slice(2);
const run = parts[part];
if (!run) {
  console.error(`There is no part called ${part}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
await run();

export {};
