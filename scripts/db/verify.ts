import { writeFileSync } from "node:fs";
import { startScratchDatabase } from "#scripts/stack/start-scratch-database.ts";
import { command } from "./command.ts";
import { compareCatalogs } from "./compare-catalogs.ts";
import { expectedCatalogFile, readExpectedCatalog } from "./expected-catalog.ts";
import { readCatalog } from "./read-catalog.ts";

if (process.argv.includes("--write")) await writeExpected();
else await command(verify);

async function verify(databaseUrl: string): Promise<void> {
  const expected = readExpectedCatalog();
  const found = await readCatalog(databaseUrl);
  if (Object.keys(found).length === 0)
    throw new Error("The database is empty: run npm run db:migrate first.");
  const differences = compareCatalogs(expected, found);
  if (differences.length === 0) {
    console.log(
      `The database is as declared: all ${Object.keys(expected).length} parts of the schema are in place.`,
    );
    return;
  }
  console.error(`The database is not as declared:\n${differences.map((line) => `  ${line}`).join("\n")}`);
  process.exitCode = 1;
}

/** The declaration is what the migrations make of an empty database, reviewed like any other file. */
async function writeExpected(): Promise<void> {
  const scratch = await startScratchDatabase();
  try {
    const catalog = await readCatalog(scratch.databaseUrl);
    writeFileSync(expectedCatalogFile, `${JSON.stringify(catalog, null, 2)}\n`);
    console.log(`Wrote ${Object.keys(catalog).length} parts of the schema to ${expectedCatalogFile}.`);
  } finally {
    await scratch.stop();
  }
}
