import { z } from "zod";

export const contentTypes = ["post", "reel", "video", "story", "ad"] as const;
export type ContentType = (typeof contentTypes)[number];

/** What was counted of a post, in the order it is shown. */
export const contentMetrics = [
  "interactions",
  "likes",
  "comments",
  "shares",
  "saves",
  "reach",
  "views",
] as const;
export type ContentMetric = (typeof contentMetrics)[number];

export const contentSorts = ["published", ...contentMetrics] as const;
export type ContentSort = (typeof contentSorts)[number];

const fields = {
  type: z.enum(contentTypes),
  /** Words of the text. No NUL and no half of a pair, which a column cannot hold. */
  q: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .refine((value) => value.isWellFormed() && !value.includes("\0")),
  sort: z.enum(contentSorts),
  /** The largest or newest first, unless the smallest is asked for. */
  order: z.literal("up"),
  /** Where the page begins: `parsePlace` reads it. */
  after: z.string().max(200),
};

export type ContentFilterField = keyof typeof fields;
const names = Object.keys(fields) as ContentFilterField[];

/** Which posts to show, and in what order: what stands in the address of the content table beside its days and accounts. */
export type ContentFilter = { [Name in ContentFilterField]?: z.infer<(typeof fields)[Name]> };

/** Reads a filter from an address. What cannot be read is left out and named. */
export function parseContentFilter(query: Record<string, string | string[] | undefined>) {
  const ignored: ContentFilterField[] = [];
  const known = names.flatMap((name) => {
    const value = query[name];
    if (value === undefined || value === "") return [];
    const parsed = fields[name].safeParse(value);
    if (!parsed.success) ignored.push(name);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  // Each value was parsed by the field of its name.
  return { filter: Object.fromEntries(known) as ContentFilter, ignored };
}

/** The filter as pairs for an address; what is as it always is stands in none. */
export function contentFilterPairs(filter: ContentFilter): Record<string, string> {
  const pairs = names.flatMap((name) => {
    const value = filter[name];
    return value && !(name === "sort" && value === "published") ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}
