import type { Catalog } from "./read-catalog.ts";

/** One line for each part that is missing, changed or unexpected. */
export function compareCatalogs(expected: Catalog, found: Catalog): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    if (found[name] === undefined) return [`missing: ${name}`];
    if (expected[name] === undefined) return [`unexpected: ${name}`];
    if (expected[name] === found[name]) return [];
    return [`changed: ${name}\n    declared: ${expected[name]}\n    found:    ${found[name]}`];
  });
}
