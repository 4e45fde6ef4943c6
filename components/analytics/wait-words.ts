/** How long someone waited: “40 s”, “12 min”, “3 h 5 min”, “2 days 4 h”. */
export function waitWords(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return both(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(minutes / 60);
  const days = Math.floor(hours / 24);
  return both(days, days === 1 ? "day" : "days", hours % 24, "h");
}

const both = (large: number, largeWord: string, small: number, smallWord: string) =>
  `${large} ${largeWord}${small > 0 ? ` ${small} ${smallWord}` : ""}`;
