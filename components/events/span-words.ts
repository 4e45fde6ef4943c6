/** Whose zone and language to speak; nothing given, those of the machine it runs on. */
export type Viewer = { locale?: string; timeZone?: string };

const shortMs = 2 * 60_000;

/**
 * A stretch of time in words, such as “Nov 20, 14:00 – 15:00”; open at an end that is not given. For no viewer it is in
 * UTC and the same on every machine, so that the browser finds what the server wrote.
 */
export function spanWords(from: string | undefined, to: string | undefined, viewer: Viewer | null): string {
  const isShort = from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) < shortMs;
  const { one, both } = viewer ? inWordsOf(viewer, isShort) : inUtc(isShort);

  if (from && to) return both(from, to);
  if (from) return `since ${one(from)}`;
  return to ? `until ${one(to)}` : "";
}

function inWordsOf({ locale, timeZone }: Viewer, withSeconds: boolean) {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: withSeconds ? "2-digit" : undefined,
    hourCycle: "h23",
  });
  return {
    one: (at: string) => format.format(new Date(at)),
    both: (from: string, to: string) => format.formatRange(new Date(from), new Date(to)),
  };
}

function inUtc(withSeconds: boolean) {
  const written = (at: string) => at.slice(0, withSeconds ? 19 : 16).replace("T", " ");
  return {
    one: (at: string) => `${written(at)} UTC`,
    both: (from: string, to: string) => `${written(from)} – ${written(to)} UTC`,
  };
}
