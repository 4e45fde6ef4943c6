import { Radio } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { MeetingPhase } from "#lib/meetings/meeting-phase.ts";

/** Where a meeting stands. */
export function MeetingBadge({ phase }: { phase: MeetingPhase }) {
  switch (phase) {
    case "live":
      return (
        <Badge tone="accent">
          <Radio aria-hidden />
          Live now
        </Badge>
      );
    case "planned":
      return <StatusBadge tone="idle">Planned</StatusBadge>;
    case "ended":
      return <StatusBadge tone="good">Ended</StatusBadge>;
    case "unheld":
      return <StatusBadge tone="warn">Not started</StatusBadge>;
    case "unended":
      return <StatusBadge tone="warn">End not told</StatusBadge>;
    case "deleted":
      return <StatusBadge tone="idle">Called off</StatusBadge>;
  }
}
