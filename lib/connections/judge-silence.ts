const hourMs = 60 * 60_000;
const leastSilenceMs = 24 * hourMs;
/** With fewer, or over less time, nobody can say what is usual. */
const leastHours = 8;
const leastHistoryMs = 3 * 24 * hourMs;
const unusualTimes = 3;

export type Silence = { isUnusual: boolean; longestGapHours: number };

/** Whether nothing came for longer than usual: more than a day, and three times the longest gap this connection ever had. */
export function judgeSilence(eventfulHours: readonly Date[], last: Date, now: Date): Silence {
  const times = eventfulHours.map((hour) => hour.getTime());
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const longestGapMs = Math.max(hourMs, ...gaps);
  const history = (times.at(-1) ?? 0) - (times[0] ?? 0);

  const silenceMs = now.getTime() - last.getTime();
  const isKnown = times.length >= leastHours && history >= leastHistoryMs;
  const isUnusual = isKnown && silenceMs > leastSilenceMs && silenceMs > unusualTimes * longestGapMs;
  return { isUnusual, longestGapHours: Math.round(longestGapMs / hourMs) };
}
