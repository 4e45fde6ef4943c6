import { ArrowDown, ArrowUp } from "lucide-react";
import type { Route } from "next";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { ColumnHeader } from "#components/ui/table.tsx";

export type SortLink = {
  label: string;
  href: string;
  /** Which way the list is ordered by this column now, when it is. */
  direction: "up" | "down" | null;
};

/** A column's name that orders the list by it, and the other way round when pressed again. */
export function SortHeader({ label, href, direction, className }: SortLink & { className?: string }) {
  const Arrow = direction === "up" ? ArrowUp : ArrowDown;
  const sort = { up: "ascending", down: "descending" } as const;

  return (
    <ColumnHeader aria-sort={direction ? sort[direction] : undefined} className={className}>
      <LinkOnIntent
        href={href as Route}
        scroll={false}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink hover:underline"
      >
        {label}
        {direction && <Arrow aria-hidden className="size-3.5 text-accent" />}
      </LinkOnIntent>
    </ColumnHeader>
  );
}
