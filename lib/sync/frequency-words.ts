/** How often, as after “is read”: “every 15 minutes”, “every hour”, “once a day”. */
export function frequencyWords(minutes: number): string {
  if (minutes === 60) return "every hour";
  if (minutes === 24 * 60) return "once a day";
  return minutes % 60 === 0 ? `every ${minutes / 60} hours` : `every ${minutes} minutes`;
}
