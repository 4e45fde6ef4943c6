"use client";

import { ChevronDown, X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";
import { Menu, MenuLink } from "#components/ui/menu.tsx";

export type FilterChip = {
  name: string;
  /** The word of what is chosen, when something is. */
  chosen?: string;
  choices: { label: string; href: string; current: boolean }[];
  /** The address without this filter. */
  clearHref: string;
};

/** Each filter as a chip that opens its choices. What is chosen stands in the address, so it can be shared. */
export function FilterChips({ chips, clearAllHref }: { chips: FilterChip[]; clearAllHref?: string }) {
  return (
    <nav aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {chips.map(({ name, chosen, choices, clearHref }) => (
        <span key={name} className="inline-flex items-center">
          <Menu
            trigger={
              <Button
                size="small"
                className={cn(chosen !== undefined && "rounded-r-none border-accent/50 bg-accent-soft")}
              >
                {chosen === undefined ? name : `${name}: ${chosen}`}
                <ChevronDown aria-hidden />
              </Button>
            }
          >
            {choices.map(({ label, href, current }) => (
              <MenuLink key={href} href={href as Route} current={current}>
                {label}
              </MenuLink>
            ))}
          </Menu>
          {chosen !== undefined && (
            <Link
              href={clearHref as Route}
              aria-label={`Remove the filter ${name}: ${chosen}`}
              className={cn(
                buttonStyle({ size: "icon-small" }),
                "-ml-px rounded-l-none border-accent/50 bg-accent-soft",
              )}
            >
              <X aria-hidden />
            </Link>
          )}
        </span>
      ))}
      {clearAllHref && (
        <Link href={clearAllHref as Route} className={buttonStyle({ variant: "quiet", size: "small" })}>
          Clear all
        </Link>
      )}
    </nav>
  );
}
