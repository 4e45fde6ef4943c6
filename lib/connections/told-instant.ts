/** A moment inside a sentence that is stored and read by people in any time zone. */
export function toldInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
