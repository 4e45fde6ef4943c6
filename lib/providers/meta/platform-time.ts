/** The moment in a text such as `2026-11-21T08:00:00+0000`, whose offset has no colon; null when it names none. */
export function platformTime(text: string): Date | null {
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
