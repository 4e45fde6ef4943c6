// `npm run bench` measures how deliveries are taken; `npm run bench -- <part>` something else, with its own arguments.
const parts: Record<string, () => Promise<unknown>> = {
  ingest: () => import("./ingest.ts"),
};

const [name = "ingest"] = process.argv.slice(2);
const run = parts[name];
if (!run) {
  console.error(`There is no part called ${name}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
await run();
