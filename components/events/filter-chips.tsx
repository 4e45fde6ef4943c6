"use client";

import { ChevronDown, X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";
import { Menu, MenuItem, MenuLink } from "#components/ui/menu.tsx";
import { Span } from "./span.tsx";
import { SpanDialog } from "./span-dialog.tsx";
import type { Between } from "./zoom-href.ts";

export type FilterChip = {
  name: string;
  /** The word of what is chosen, when something is. */
  chosen?: string;
  /** Empty where one comes to this filter only from elsewhere. */
  choices: { label: string; href: string; current: boolean }[];
  /** The address without this filter. */
  clearHref: string;
  /** Set on the chip of time, where any two moments may be chosen too. */
  between?: Between;
};

/** Each filter as a chip that opens its choices. What is chosen stands in the address, so it can be shared. */
export function FilterChips({ chips, clearAllHref }: { chips: FilterChip[]; clearAllHref?: string }) {
  return (
    <nav
      aria-label="Filters"
      className="order-3 flex w-full flex-wrap items-center gap-2 sm:order-none sm:w-auto"
    >
      {chips.map((chip) => (
        <Chip key={chip.name} chip={chip} />
      ))}
      {clearAllHref && (
        <Link href={clearAllHref as Route} className={buttonStyle({ variant: "quiet", size: "small" })}>
          Clear all
        </Link>
      )}
    </nav>
  );
}

const chosenStyle = "border-accent/50 bg-accent-soft";

function Chip({ chip: { name, chosen, choices, clearHref, between } }: { chip: FilterChip }) {
  const [asking, setAsking] = useState(false);
  const hasSpan = between?.from !== undefined || between?.to !== undefined;
  const isChosen = chosen !== undefined || hasSpan;
  const words = hasSpan ? <Span from={between?.from} to={between?.to} /> : chosen;

  return (
    <span className="inline-flex min-w-0 items-center">
      {choices.length === 0 ? (
        <span
          className={cn(
            buttonStyle({ size: "small" }),
            chosenStyle,
            "min-w-0 shrink select-text rounded-r-none",
          )}
        >
          <span className="max-w-80 truncate">
            {name}: {words}
          </span>
        </span>
      ) : (
        <Menu
          trigger={
            <Button
              size="small"
              className={cn("min-w-0 shrink", isChosen && ["rounded-r-none", chosenStyle])}
            >
              <span className="max-w-72 truncate">
                {name}
                {isChosen && <>: {words}</>}
              </span>
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {choices.map(({ label, href, current }) => (
            <MenuLink key={href} href={href as Route} current={current}>
              {label}
            </MenuLink>
          ))}
          {between && <MenuItem onSelect={() => setAsking(true)}>From … to …</MenuItem>}
        </Menu>
      )}
      {isChosen && (
        <Link
          href={clearHref as Route}
          aria-label={`Remove the filter ${name}${chosen === undefined ? "" : `: ${chosen}`}`}
          className={cn(
            buttonStyle({ size: "icon-small" }),
            "-ml-px rounded-l-none border-accent/50 bg-accent-soft",
          )}
        >
          <X aria-hidden />
        </Link>
      )}
      {between && <SpanDialog between={between} open={asking} onClose={() => setAsking(false)} />}
    </span>
  );
}
