import { StatusBadge } from "#components/ui/status-badge.tsx";

const looks = {
  waiting: { tone: "busy", word: "Being made" },
  ready: { tone: "good", word: "Ready" },
  failed: { tone: "bad", word: "Failed" },
} as const;

/** Where a report stands. */
export function ReportStatus({ status }: { status: keyof typeof looks }) {
  const { tone, word } = looks[status];
  return <StatusBadge tone={tone}>{word}</StatusBadge>;
}
