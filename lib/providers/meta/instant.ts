import type { Json } from "../contract.ts";
import { textIn } from "../json-values.ts";

/** Meta writes seconds here and milliseconds there, as numbers or as text; below this, seconds are meant. */
const smallestMilliseconds = 1e12;
const year2100 = 4_102_444_800_000;

/** The moment a Meta timestamp names, or null when it names none that could be. */
export function instantIn(value: Json | undefined): Date | null {
  const number = Number(textIn(value) ?? Number.NaN);
  const milliseconds = number < smallestMilliseconds ? number * 1000 : number;

  return milliseconds > 0 && milliseconds < year2100 ? new Date(milliseconds) : null;
}
