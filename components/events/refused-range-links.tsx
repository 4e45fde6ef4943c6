import type { Route } from "next";
import Link from "next/link";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";

export type RangeLink = { label: string; href: string; current: boolean };

/** How far back to look. Each choice is an address, so it can be shared and gone back to. */
export function RefusedRangeLinks({ links }: { links: RangeLink[] }) {
  return (
    <nav aria-label="Time range" className="flex flex-wrap gap-2">
      {links.map(({ label, href, current }) => (
        <Link
          key={href}
          href={href as Route}
          aria-current={current ? "page" : undefined}
          className={cn(
            buttonStyle({ size: "small" }),
            current && "border-accent/50 bg-accent-soft text-accent hover:bg-accent-soft",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
