import type { StatusTone } from "#components/ui/status-badge.tsx";

export type ProblemStatus = "open" | "acknowledged" | "resolved";

/** Each status in a word, and how serious it is. */
export const problemStatusWords: Record<ProblemStatus, { word: string; tone: StatusTone }> = {
  open: { word: "Open", tone: "bad" },
  acknowledged: { word: "Acknowledged", tone: "warn" },
  resolved: { word: "Resolved", tone: "good" },
};
