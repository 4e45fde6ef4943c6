import { type ContentFilter, contentFilterPairs } from "#lib/social/content-filter.ts";

/** An address with more in its query than it had. */
export function withPairs(href: string, pairs: Record<string, string>): string {
  const query = new URLSearchParams(pairs).toString();
  if (!query) return href;
  return `${href}${href.includes("?") ? "&" : "?"}${query}`;
}

/** The list's address: its days and accounts, as a query of Analytics, and its filter. */
export const contentAddress = (here: string, query: string, filter: ContentFilter) =>
  withPairs(here + query, contentFilterPairs(filter));
