import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Time } from "#components/ui/time.tsx";

type TimelineStepProps = {
  icon: LucideIcon;
  tone?: string;
  title: string;
  at?: Date;
  children?: ReactNode;
};

/** One step of what was done about an event, and when. */
export function TimelineStep({ icon: Icon, tone = "text-muted", title, at, children }: TimelineStepProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <Icon aria-hidden className={cn("mt-0.5 size-4", tone)} />
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{title}</span>
          {at && <Time value={at} show="exact" className="text-muted text-sm" />}
        </p>
        {children && <div className="text-muted">{children}</div>}
      </div>
    </li>
  );
}
