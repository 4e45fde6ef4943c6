import type { JsonObject } from "../json-values.ts";
import { storableText } from "../storable-text.ts";

const longestKind = 100;

/**
 * What to call a part of a delivery that we do not know: the name Meta gave it, apart from the names that are
 * always there. The first by alphabet, since the order of keys does not survive the database.
 */
export function unknownKind(content: JsonObject, alwaysThere: readonly string[], otherwise: string): string {
  const [name] = Object.keys(content)
    .filter((key) => key.trim() !== "" && !alwaysThere.includes(key))
    .sort();
  return storableText(name ?? otherwise, longestKind);
}
