/** Tells the day of a moment as the organization counts days, such as “10 Mar 2026”. */
export function dayWords(timeZone: string): (at: Date) => string {
  // Made once: making one takes longer than all else about a row.
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone });
  return (at) => format.format(at);
}
