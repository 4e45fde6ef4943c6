const mostIds = 200;

/** The address that asks what running these events again would do; null where they are too many to be named in it. */
export function replayHref(
  { href, query }: { href: string; query: string },
  events: readonly string[] | "matching",
): string | null {
  if (events === "matching") return href + query;
  return events.length > mostIds ? null : `${href}?ids=${events.join(",")}`;
}
