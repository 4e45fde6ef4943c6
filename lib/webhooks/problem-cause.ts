import { storableText } from "#lib/providers/storable-text.ts";

const longestCause = 200;
const mostRounds = 20;

/**
 * What one failure has in common with others of its kind: its message without numbers, ids and quoted values, which
 * differ from event to event. The cause of a cause is that cause.
 */
export function problemCause(message: string | null): string {
  let cause = message ?? "";
  // What is cut away or masked can leave something that is to be masked in turn.
  for (let round = 0; round < mostRounds; round += 1) {
    const masked = mask(cause);
    if (masked === cause) break;
    cause = masked;
  }
  return cause || "No reason was given.";
}

function mask(text: string): string {
  const masked = text
    .replaceAll(quotes, (quoted) => `${quoted.at(0)}…${quoted.at(-1)}`)
    .replaceAll(codes, "…")
    .replaceAll(/…(?:\W?…)+/g, "…")
    .replaceAll(/\s+/g, " ");
  return storableText(masked.trim(), longestCause).trim();
}

/** A single quote begins or ends a value only beside a word, not inside one: “can’t” quotes nothing. */
const quotes = /“[^”]+”|‘[^’]+’|"[^"]+"|`[^`]+`|(?<!\w)'[^']+'(?!\w)/g;

/** Addresses of mail, numbers, and all words that hold a digit: UUIDs, digests, ids, moments. */
const codes = /[^\s“”‘’"'`@]+@[^\s“”‘’"'`@]+|\b(?=[\w:.,-]*\d)[\w:.,-]*\w/g;
