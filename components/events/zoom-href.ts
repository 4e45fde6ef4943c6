/** The log's address, the rest of what is filtered (a query without its mark), and the time chosen now. */
export type Between = { here: string; query: string; from?: string; to?: string };

/** The address of the log between two moments, with everything else as it is filtered. */
export function zoomHref({ here, query }: Between, from: string | undefined, to: string | undefined): string {
  const parameters = new URLSearchParams(query);
  if (from) parameters.set("from", from);
  if (to) parameters.set("to", to);
  return `${here}?${parameters}`;
}
