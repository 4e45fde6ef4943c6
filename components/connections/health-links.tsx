import type { Route } from "next";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";

export type HealthLink = { label: string; count: number; href: string; current: boolean };

/** Narrows the list to one kind of health. Each choice is an address, so it can be shared and gone back to. */
export function HealthLinks({ links }: { links: HealthLink[] }) {
  return (
    <nav aria-label="Health" className="flex flex-wrap gap-2">
      {links.map(({ label, count, href, current }) => (
        <LinkOnIntent
          key={href}
          href={href as Route}
          aria-current={current ? "page" : undefined}
          className={cn(
            buttonStyle({ size: "small" }),
            current && "border-accent/50 bg-accent-soft text-accent hover:bg-accent-soft",
          )}
        >
          {label}
          <span className="tabular text-muted">{count}</span>
        </LinkOnIntent>
      ))}
    </nav>
  );
}
