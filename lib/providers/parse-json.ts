import { fail, ok, type Result } from "#lib/result.ts";
import type { Json } from "./contract.ts";
import { storableText } from "./storable-text.ts";

/** Deeper than any platform nests, and far from where a parser's or the database's stack would end. */
const maxDepth = 64;

// JSON.parse is several times slower with a reviver, and hardly any body needs one.
const bareLongInteger = /[\s,:[]-?\d{16}/;

// Of a well-formed text only escapes can put into a string what cannot be stored.
const unstorableEscape = /\\u(0000|[dD][89a-fA-F])/;

const decoder = new TextDecoder();

/**
 * A body's JSON with what would be lost or refused later made harmless: integers too long for a double stay as
 * their digits, in a string; characters that PostgreSQL's jsonb cannot hold (NUL, halves of pairs) become U+FFFD.
 */
export function parseJson(body: Uint8Array): Result<Json, "unparsable"> {
  // Bytes that are not UTF-8 decode to U+FFFD, and a byte order mark is dropped.
  const text = decoder.decode(body);
  let value: Json;
  try {
    value = bareLongInteger.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return fail("unparsable");
  }

  if (!unstorableEscape.test(text) && isShallow(text)) return ok(value);
  const harmless = cleaned(value, maxDepth);
  return harmless === undefined ? fail("unparsable") : ok(harmless);
}

/** True when too little is opened in it to nest too deep; most deliveries need no closer look. */
const isShallow = (text: string) => opened(text, "{") + opened(text, "[") <= maxDepth;

/** How often the bracket stands in it, counted as far as it matters. Each step of it is the engine's own search. */
function opened(text: string, bracket: string): number {
  let count = 0;
  for (let at = text.indexOf(bracket); at !== -1 && count <= maxDepth; at = text.indexOf(bracket, at + 1)) {
    count += 1;
  }
  return count;
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? "";
  return /^-?\d+$/.test(source) ? source : value;
}

function cleaned(value: Json, depthLeft: number): Json | undefined {
  if (typeof value === "string") return storableText(value);
  if (value === null || typeof value !== "object") return value;
  if (depthLeft === 0) return undefined;

  if (Array.isArray(value)) {
    const items = value.map((item) => cleaned(item, depthLeft - 1));
    return items.includes(undefined) ? undefined : (items as Json[]);
  }

  const entries: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const item = cleaned(inner, depthLeft - 1);
    if (item === undefined) return undefined;
    entries.push([storableText(key), item]);
  }
  // fromEntries defines, where assignment would call the setter of a key named __proto__.
  return Object.fromEntries(entries);
}
