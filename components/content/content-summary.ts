import type { DateSpan } from "#lib/analytics/range.ts";

type Counted = { posts: number; removed: number };

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** How many posts there are in all, and how many of them are gone: a sentence above the list. */
export function contentSummary({ posts, removed }: Counted, { from, to }: DateSpan): string {
  const many = posts === 1 ? "1 post" : `${posts.toLocaleString("en")} posts`;
  const days = day.formatRange(new Date(from), new Date(to));
  const gone =
    removed === 0
      ? ""
      : ` ${removed === 1 ? "1 is" : `${removed.toLocaleString("en")} are`} no longer at the platform, and kept here as last read.`;
  return `${many} published ${days}.${gone}`;
}
