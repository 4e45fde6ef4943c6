/** Albums hold more, and what is kept of a post should stay small. */
const most = 10;

/** The addresses among these that a page may link to or show, each once. */
export function webAddresses(candidates: readonly (string | null | undefined)[]): string[] {
  const addresses = candidates.filter(
    (text): text is string => /^https?:\/\//.test(text ?? "") && URL.canParse(text ?? ""),
  );
  return [...new Set(addresses)].slice(0, most);
}
