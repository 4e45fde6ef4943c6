/** An address of the web that a page may link to or show; null for anything else, since platforms may send any text. */
export function webAddress(text: unknown): string | null {
  if (typeof text !== "string" || !URL.canParse(text)) return null;
  return /^https?:$/.test(new URL(text).protocol) ? text : null;
}
