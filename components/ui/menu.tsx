"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

const itemStyle = cn(
  "flex min-h-8 w-full cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 outline-none",
  "data-disabled:text-muted data-highlighted:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
);

type MenuProps = {
  /** The button that opens it; it keeps its own look. */
  trigger: ReactElement;
  side?: "top" | "bottom" | "right";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

/** A list of things to do or places to go, with arrow keys and typing ahead. */
export function Menu({ trigger, side = "bottom", align = "start", className, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            className={cn(
              "max-h-(--available-height) min-w-48 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-surface p-1 text-ink shadow-popup outline-none",
              "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Does something. `onSelect` runs on press, Enter or Space, and the menu closes. */
export function MenuItem({
  onSelect,
  disabled,
  danger,
  children,
}: {
  onSelect?: () => void;
  disabled?: boolean;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={cn(itemStyle, danger && "text-bad")}>
      {children}
    </Base.Item>
  );
}

/** Goes somewhere. */
export function MenuLink<Path extends string>({
  href,
  current,
  children,
}: {
  href: Route<Path>;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem
      closeOnClick
      render={<Link href={href} />}
      aria-current={current ? "true" : undefined}
      className={itemStyle}
    >
      {children}
      {current && <Check aria-hidden className="ml-auto text-accent" />}
    </Base.LinkItem>
  );
}

/** Fetches a file, and the page stays. */
export function MenuDownload({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick href={href} download className={itemStyle}>
      {children}
    </Base.LinkItem>
  );
}

/** One choice among a few; the menu stays open so that its effect can be seen. */
export function MenuChoices<Value extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: { value: Value; label: string; icon?: ReactNode }[];
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)} aria-label={label}>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick={false} className={itemStyle}>
          {choice.icon}
          {choice.label}
          <Base.RadioItemIndicator className="ml-auto text-accent">
            <Check aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}

/** Words above a part of the menu that are not themselves to be chosen. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 text-muted text-sm">{children}</div>;
}
