const dayMs = 86_400_000;

/** The words for an organization and a day, of every day (in UTC) from one moment to another. */
export function searchDays(organizationId: string, from: Date, to: Date): string[] {
  const first = Math.floor(from.getTime() / dayMs);
  const last = Math.floor(to.getTime() / dayMs);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, days) => {
    const day = new Date((first + days) * dayMs).toISOString().slice(0, 10);
    return `@${organizationId}/${day.replaceAll("-", "")}`;
  });
}
