/** “45 min”, “1 h 30 min”, “2 h”. */
export function lengthWords(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}

type Timed = { startsAt: Date | null; endsAt: Date | null; durationMinutes: number | null };

/** How long it took, or is meant to take; null where neither is known. */
export function meetingLength({ startsAt, endsAt, durationMinutes }: Timed): string | null {
  if (startsAt && endsAt) return lengthWords((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return durationMinutes === null ? null : lengthWords(durationMinutes);
}

/** “1 person”, “12 people”. */
export function peopleWords(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "person" : "people"}`;
}
