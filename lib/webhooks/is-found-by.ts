import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { webhookEvents } from "#drizzle/schema/webhooks.ts";

const { search } = webhookEvents;

/** A shorter beginning stands for so many words that looking them all up is no narrowing. */
const endsInBeginning = /[\p{L}\p{N}]{3}$/u;

/**
 * What a person typed, as a condition on events: it is one of the event's ids, or all its words occur, the last of them
 * perhaps only begun. Given `days` (of `searchDays`), it is asked of those alone, which is what lets the index leave out all
 * other organizations.
 */
export function isFoundBy(typed: string, days: string[] = []): SQL {
  const words = typed.split(/\s+/);
  const last = words.pop() ?? "";
  const lastWord = endsInBeginning.test(last) ? begun(last) : asWords(last);
  const asked = sql`${search} @@ (${lexeme(`=${typed}`)} || (${asWords(words.join(" "))} && ${lastWord}))`;
  if (days.length === 0) return asked;
  // A question of its own: of two, the index reads neither where the other has nothing.
  return sql`(${asked} and ${search} @@ ${days.map((day) => `'${day}'`).join(" | ")}::text::tsquery)`;
}

const asWords = (text: string) => sql`plainto_tsquery('pg_catalog.simple', ${text}::text)`;

/**
 * `ana@exam` is two words where `ana@example.com` is one: so what was begun is looked for as it stands, and in its
 * parts. The last of them is printed last, and the mark of a beginning goes behind it.
 */
function begun(word: string): SQL {
  const whole = lexeme(word, ":*");
  const parts = sql`coalesce(nullif(${asWords(word)}::text, '') || ':*', '')::tsquery`;
  // Most words have no parts; the index would look the same beginning up twice.
  return sql`case when ${parts} = ${whole} then ${whole} else ${whole} || ${parts} end`;
}

/** Quoted, so that no sign in it is an operator; lowered by the database, as the documents were. */
function lexeme(word: string, mark = ""): SQL {
  const quoted = `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'${mark}`;
  return sql`lower(${quoted}::text)::tsquery`;
}
