import { CircleAlert, CircleCheck, CircleX, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const looks = {
  good: { Icon: CircleCheck, style: "bg-good-soft text-good" },
  warn: { Icon: CircleAlert, style: "bg-warn-soft text-warn" },
  bad: { Icon: CircleX, style: "bg-bad-soft text-bad" },
  idle: { Icon: Info, style: "bg-idle-soft text-ink" },
};

type NoticeProps = {
  tone: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** Something to know about this page or form. A bad one interrupts a screen reader, the others wait their turn. */
export function Notice({ tone, title, children, actions, className }: NoticeProps) {
  const { Icon, style } = looks[tone];

  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={cn("flex items-start gap-2.5 rounded-md px-3 py-2.5", style, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? "text-ink" : undefined}>{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
