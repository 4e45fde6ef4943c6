import { invalid } from "./refusals.ts";

type Paging = { items: unknown[]; size: number; page: number; hasNext: boolean };

/** One page of a list, by the numbers in the query. */
export function pageOf<Item>(all: Item[], query: URLSearchParams, usual: number): Paging & { items: Item[] } {
  const size = Number(query.get("PageSize") ?? usual);
  const page = Number(query.get("Page") ?? query.get("PageToken")?.replace(/^PT/, "") ?? 0);
  if (!Number.isInteger(size) || size < 1 || size > 1_000)
    throw invalid("Page size must be between 1 and 1000");
  if (!Number.isInteger(page) || page < 0) throw invalid("Invalid page token");

  const start = page * size;
  return { items: all.slice(start, start + size), size, page, hasNext: start + size < all.length };
}

/** The same query for another page. */
export function queryForPage(query: URLSearchParams, page: number, size: number): string {
  const next = new URLSearchParams(query);
  next.set("PageSize", String(size));
  next.set("Page", String(page));
  next.set("PageToken", `PT${page}`);
  return next.toString();
}
