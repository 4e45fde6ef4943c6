import type { Call } from "./call.ts";

const defaultLimit = 25;

/** Meta gives fewer than asked when it likes. Low on purpose, so that nobody takes a short page for the last. */
const mostPerPage = 25;

type Item = { id: string };
type Paging = {
  most?: number;
  /** Parameters that the next page needs again. */
  kept?: string[];
};

/**
 * One page of results by cursor. `visible` filters after the cut, as Graph's privacy checks do, so a page
 * may be short or empty and yet have a next one.
 */
export function paginate<In extends Item>(
  call: Call,
  path: string,
  items: In[],
  visible: (item: In) => object | null,
  { most = mostPerPage, kept = [] }: Paging = {},
) {
  const limit = Math.min(Number(call.params.limit) || defaultLimit, most);
  const after = items.findIndex(({ id }) => cursor(id) === call.params.after);
  const before = items.findIndex(({ id }) => cursor(id) === call.params.before);
  const start = before >= 0 ? Math.max(0, before - limit) : after + 1;
  const slice = items.slice(start, before >= 0 ? before : start + limit);
  const data = slice.map(visible).filter((item) => item !== null);

  const first = slice[0];
  const last = slice.at(-1);
  if (!first || !last) return { data };

  const link = (name: "after" | "before", item: Item) => {
    const query = new URLSearchParams({ access_token: call.params.access_token ?? "" });
    for (const name of ["fields", "limit", ...kept])
      if (call.params[name]) query.set(name, call.params[name]);
    query.set(name, cursor(item.id));
    return `${call.graphUrl}/${path}?${query}`;
  };
  return {
    data,
    paging: {
      cursors: { before: cursor(first.id), after: cursor(last.id) },
      ...(start + slice.length < items.length ? { next: link("after", last) } : {}),
      ...(start > 0 ? { previous: link("before", first) } : {}),
    },
  };
}

function cursor(id: string): string {
  return `QVFI${Buffer.from(id).toString("base64url")}`;
}
