/** Whose zone and language to speak: before the browser has taken over, English and UTC. */
export type Viewer = { locale?: string; timeZone?: string };

/** As the server speaks, which knows nothing of the person. */
export const plainViewer: Viewer = { locale: "en", timeZone: "UTC" };

const shortMs = 2 * 60_000;

/** A stretch of time in words, such as “Nov 20, 14:00 – 15:00”; open at an end that is not given. */
export function spanWords(
  from: string | undefined,
  to: string | undefined,
  { locale, timeZone }: Viewer = {},
): string {
  const isShort = from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) < shortMs;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: isShort ? "2-digit" : undefined,
    hourCycle: "h23",
  });

  if (from && to) return format.formatRange(new Date(from), new Date(to));
  if (from) return `since ${format.format(new Date(from))}`;
  return to ? `until ${format.format(new Date(to))}` : "";
}
