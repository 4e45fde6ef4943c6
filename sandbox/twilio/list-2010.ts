import { pageOf, queryForPage } from "./page-of.ts";

/** A list as the 2010 API pages it: addresses are paths, and the last page says so by null. */
export function list2010<Item>(path: string, key: string, all: Item[], query: URLSearchParams) {
  const { items, size, page, hasNext } = pageOf(all, query, 50);
  const uri = (number: number) => `${path}?${queryForPage(query, number, size)}`;

  return {
    [key]: items,
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(0, items.length - 1),
    uri: uri(page),
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: hasNext ? uri(page + 1) : null,
  };
}
