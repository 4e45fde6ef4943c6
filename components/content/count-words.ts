import { metricWords } from "./content-words.ts";

const known: [string, string][] = [...Object.entries(metricWords), ["clicks", "Clicks"]];

/** Each count with its name: those we know in the order of the list, then what else the platform told by its own word. */
export function countWords(counts: Readonly<Record<string, number | null>>) {
  const others = Object.keys(counts).filter((word) => !known.some(([key]) => key === word));
  const named: [string, string][] = [
    ...known.filter(([key]) => key in counts),
    ...others.map((word): [string, string] => [word, sentenceCase(word)]),
  ];
  return named.map(([key, name]) => ({ name, value: counts[key] ?? null }));
}

const sentenceCase = (word: string) => (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll("_", " ");
