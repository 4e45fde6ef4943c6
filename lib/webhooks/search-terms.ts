import type { Json } from "#lib/providers/contract.ts";

/** What an event is found by: ids as they stand, and text that is split into words. */
export type SearchTerms = { ids: string[]; words: string };

type Source = {
  payload: Json;
  externalId: string;
  accountExternalId: string | null;
  summary: string | null;
};

const deepest = 12;
const mostValues = 1_000;
const mostIds = 100;
/** As much of an id and of the text as `private.webhook_search_document` keeps. */
const longestId = 200;
const longestWords = 20_000;

const shortestId = 4;
/** So long and with a digit in it, a text without spaces is nothing that anyone says. */
const shortestCode = 16;

/** Nobody looks for these, and each would be a word of its own in the index. */
const moments = new Set(["time", "timestamp", "watermark", "event_ts", "created_time", "payload_hash"]);

/** Looks through a payload once, however deep and long it is, and no further than what a search document holds. */
export function searchTerms({ payload, externalId, accountExternalId, summary }: Source): SearchTerms {
  const ids = new Set<string>([externalId, ...(accountExternalId ? [accountExternalId] : [])]);
  const texts = new Set<string>(summary ? [summary] : []);
  let room = longestWords - (summary?.length ?? 0);

  for (const value of valuesIn(payload)) {
    const isWhole = !/\s/.test(value);
    if (isWhole && value.length >= shortestId && value.length <= longestId && ids.size < mostIds) {
      for (const id of idsIn(value)) ids.add(id);
    }
    if (room > 0 && !texts.has(value) && !(isWhole && isCode(value))) {
      texts.add(value);
      room -= value.length;
    }
  }
  return { ids: [...ids], words: [...texts].join("\n").slice(0, longestWords) };
}

/** The texts and numbers in it, in order. */
function* valuesIn(payload: Json): Generator<string> {
  const open: { value: Json; depth: number }[] = [{ value: payload, depth: 0 }];
  for (let seen = 0; seen < mostValues; seen += 1) {
    const next = open.pop();
    if (!next) return;

    const { value, depth } = next;
    if (typeof value === "string") yield value;
    else if (typeof value === "number") yield String(value);
    else if (value !== null && typeof value === "object" && depth < deepest) {
      const inner = Array.isArray(value) ? value.slice(0, mostValues) : spoken(value);
      for (const each of inner.reverse()) open.push({ value: each, depth: depth + 1 });
    }
  }
}

function spoken(object: { [key: string]: Json }): Json[] {
  return Object.entries(object)
    .slice(0, mostValues)
    .flatMap(([key, value]) => (moments.has(key) ? [] : [value]));
}

/** A phone number is written with its plus, without it, and behind the name of its channel. */
function idsIn(value: string): string[] {
  const digits = /^(?:[a-z]+:)?\+?(\d{7,15})$/.exec(value)?.[1];
  return digits ? [value, digits, `+${digits}`] : [value];
}

/** An id or an address: found as it stands, but not by the parts it would be split into. */
function isCode(value: string): boolean {
  return (
    value.length > longestId || (value.length >= shortestCode && /\d/.test(value) && !/^https?:/.test(value))
  );
}
