export type Post = { id: string; text: string | null; at: string; likes: number };

/** What an account of the made-up platform published, how it did, and what it does not tell. */
export type Published = {
  posts: Post[];
  days: { day: string; reach: number | null; followers: number | null }[];
  refuses: Set<string>;
  others: Map<string, { id: string; name: string; followers: number; posts: Post[] }>;
};

const perPage = 2;

export const nothingPublished = (): Published => ({
  posts: [],
  days: [],
  refuses: new Set(),
  others: new Map(),
});

/** Answers what reads an account: its posts page by page, newest first, a figure by day, another account. */
export function readPublished(published: Published, url: URL): { status: number; body?: object } | undefined {
  switch (url.pathname) {
    case "/signal.example/posts":
      return { status: 200, body: page(published.posts, Number(url.searchParams.get("page"))) };
    case "/signal.example/figures": {
      const isRefused = published.refuses.has(url.searchParams.get("metric") ?? "");
      return isRefused ? { status: 422 } : { status: 200, body: { days: published.days } };
    }
    case "/signal.example/others": {
      const other = published.others.get(url.searchParams.get("handle") ?? "");
      return other ? { status: 200, body: other } : { status: 422 };
    }
  }
}

/** Between a page's ends lies all there is: from the post before it to the one after. */
function page(posts: Post[], number: number) {
  const sorted = posts.toSorted((one, other) => other.at.localeCompare(one.at));
  const from = (number - 1) * perPage;
  const pages = Math.max(1, Math.ceil(sorted.length / perPage));
  return {
    posts: sorted.slice(from, from + perPage),
    pages,
    before: sorted[from - 1]?.at ?? "2100-01-01T00:00:00Z",
    after: sorted[from + perPage]?.at ?? "2000-01-01T00:00:00Z",
  };
}
