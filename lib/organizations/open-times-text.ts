import { fail, ok, type Result } from "#lib/result.ts";
import type { OpenTime } from "./opening-hours.ts";

const mostTimes = 3;
const shape = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

/** The hours of one day as a person reads and writes them: “9:00–13:00, 14:00–18:00”; nothing when it is closed. */
export function openTimesText(times: readonly OpenTime[]): string {
  return times.map(({ opens, closes }) => `${plain(opens)}–${plain(closes)}`).join(", ");
}

const plain = (clock: string) => clock.replace(/^0(?=\d)/, "");

/** Reads what a person wrote of one day, such as “9-13, 14:00 to 18:00”. Nothing and “closed” are no hours at all. */
export function parseOpenTimes(text: string): Result<OpenTime[], "unreadable" | "too-many"> {
  const trimmed = text.trim();
  if (trimmed === "" || /^closed$/i.test(trimmed)) return ok([]);

  const parts = trimmed.split(/[,;]/).map((part) => shape.exec(part.trim()));
  if (parts.length > mostTimes) return fail("too-many");
  const times: OpenTime[] = [];
  for (const part of parts) {
    const opens = part && clock(part[1], part[2]);
    const closes = part && clock(part[3], part[4]);
    if (!opens || !closes || opens === "24:00") return fail("unreadable");
    times.push({ opens, closes });
  }
  return ok(times.sort((left, right) => (left.opens < right.opens ? -1 : 1)));
}

function clock(hours = "", minutes = "00"): string | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}
