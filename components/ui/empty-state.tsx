import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What this place is for. */
  children?: ReactNode;
  /** The one thing that fills it. */
  action?: ReactNode;
  /** 1 where this is all the page has, 3 under a heading of the page. */
  level?: 1 | 2 | 3;
};

/** Nothing here yet: says what this is for, and offers the one button that fills it. */
export function EmptyState({ icon: Icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;

  return (
    <div className="grid justify-items-center gap-2 px-6 py-14 text-center">
      {Icon && <Icon aria-hidden className="mb-1 size-7 text-muted" strokeWidth={1.5} />}
      <Heading className="font-semibold text-lg">{title}</Heading>
      {children && <div className="max-w-md text-balance text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
