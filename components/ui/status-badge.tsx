import { CircleAlert, CircleCheck, CircleDashed, CircleX, LoaderCircle } from "lucide-react";
import { Badge } from "./badge.tsx";

const icons = {
  good: CircleCheck,
  warn: CircleAlert,
  bad: CircleX,
  idle: CircleDashed,
  busy: LoaderCircle,
};

export type StatusTone = keyof typeof icons;

/** A status as colour, icon and word at once, so that no one has to see the colour. `busy` is still under way. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: React.ReactNode }) {
  const Icon = icons[tone];

  return (
    <Badge tone={tone === "busy" ? "idle" : tone}>
      <Icon aria-hidden className={tone === "busy" ? "animate-spin" : undefined} />
      {children}
    </Badge>
  );
}
