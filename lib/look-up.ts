/** What a table says about a word from outside; nothing for one that is not in it, such as `constructor`. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, word: unknown): Entry | undefined {
  return typeof word === "string" && Object.hasOwn(table, word) ? table[word] : undefined;
}
