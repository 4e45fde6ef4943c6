import type { Route } from "next";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { LinkOnIntent } from "./link-on-intent.tsx";

export type ChoiceLink = { label: string; count?: number; href: string; current: boolean };

type ChoiceLinksProps = { label: string; links: ChoiceLink[]; className?: string };

/** Narrows what the page shows to one of a few. Each choice is an address, so it can be shared and gone back to. */
export function ChoiceLinks({ label, links, className }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className={cn("flex flex-wrap gap-2", className)}>
      {links.map((link) => (
        <LinkOnIntent
          key={link.href}
          href={link.href as Route}
          aria-current={link.current ? "page" : undefined}
          className={cn(
            buttonStyle({ size: "small" }),
            link.current && "border-accent/50 bg-accent-soft text-accent hover:bg-accent-soft",
          )}
        >
          {link.label}
          {link.count !== undefined && <span className="tabular text-muted">{link.count}</span>}
        </LinkOnIntent>
      ))}
    </nav>
  );
}
