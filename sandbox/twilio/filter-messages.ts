import { invalid } from "./refusals.ts";
import type { Message } from "./types.ts";

/** `To`, `From`, and `DateSent` as a day, or as a border: the names of the borders end in `>` and `<`. */
export function filterMessages(messages: Message[], query: URLSearchParams): Message[] {
  const [to, from] = [query.get("To"), query.get("From")];
  const [on, after, before] = ["DateSent", "DateSent>", "DateSent<"].map((name) => readDate(query.get(name)));

  return messages.filter(({ to: whom, from: who, sentAt }) => {
    if ((to && whom !== to) || (from && who !== from)) return false;
    if (on && (sentAt === null || sentAt < on.start || sentAt >= on.end)) return false;
    if (after && (sentAt === null || sentAt < after.start)) return false;
    return !before || (sentAt !== null && sentAt < before.end);
  });
}

function readDate(text: string | null): { start: number; end: number } | null {
  if (!text) return null;
  const start = Date.parse(text);
  if (Number.isNaN(start)) throw invalid(`Invalid date: ${text}`);
  return { start, end: start + (/^\d{4}-\d\d-\d\d$/.test(text) ? 86_400_000 : 1) };
}
