/**
 * The text as PostgreSQL can hold it, cut to so many UTF-16 units: NUL and halves of pairs, which cutting can leave,
 * become U+FFFD.
 */
export function storableText(text: string, longest = text.length): string {
  const cut = text.slice(0, longest);
  return (cut.isWellFormed() ? cut : cut.toWellFormed()).replaceAll("\0", "\uFFFD");
}
