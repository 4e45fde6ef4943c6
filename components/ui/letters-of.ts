/** The first letters of up to two words of a name, where there is no picture; a question mark where there are no words. */
export function lettersOf(name: string): string {
  const words = name.split(/[\s@._]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return (
    words
      .slice(0, 2)
      .map((word) => [...word][0]?.toUpperCase())
      .join("") || "?"
  );
}
