/** How far back refused requests can be looked at, and how many minutes a bar of their chart then stands for. */
export const refusedRanges = {
  "1h": { word: "Last hour", hours: 1, barMinutes: 1 },
  "24h": { word: "Last 24 hours", hours: 24, barMinutes: 15 },
  "7d": { word: "Last 7 days", hours: 7 * 24, barMinutes: 120 },
  "30d": { word: "Last 30 days", hours: 30 * 24, barMinutes: 480 },
} as const;

export type RefusedRange = keyof typeof refusedRanges;

/** The range an address asks for; a day where it asks for none we know. */
export function parseRefusedRange(value: string | string[] | undefined): RefusedRange {
  return (Object.keys(refusedRanges) as RefusedRange[]).find((range) => range === value) ?? "24h";
}
