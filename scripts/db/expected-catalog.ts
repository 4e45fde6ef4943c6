import { readFileSync } from "node:fs";
import type { Catalog } from "./read-catalog.ts";

export const expectedCatalogFile = "drizzle/expected-catalog.json";

/** What every migrated database should hold. */
export function readExpectedCatalog(): Catalog {
  return JSON.parse(readFileSync(expectedCatalogFile, "utf8"));
}
