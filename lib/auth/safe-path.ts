const anyOrigin = "http://here.invalid";

/** A place of ours to go to next, or `fallback`: an address from outside must never lead people elsewhere. */
export function safePath(value: unknown, fallback = "/"): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, anyOrigin)) return fallback;

  // Parsing first settles what browsers make of backslashes, tabs and dots.
  const url = new URL(value, anyOrigin);
  return url.origin === anyOrigin && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : fallback;
}
