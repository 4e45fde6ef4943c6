"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type ZoomBarProps = {
  href: string;
  label: string;
  isEmpty: boolean;
  isChosen: boolean;
  /** One bar is reached with Tab, the others from it with the arrow keys. */
  isTabStop: boolean;
  /** It is pointed at or has the focus. */
  onLook: () => void;
  children: ReactNode;
};

/** One stretch of time of the histogram: a link that shows only its events. Where there are none there is no link. */
export function ZoomBar({ href, label, isEmpty, isChosen, isTabStop, onLook, children }: ZoomBarProps) {
  const style = cn(
    "flex min-w-0 flex-1 flex-col-reverse overflow-hidden rounded-t-sm px-px hover:bg-sunken focus-visible:-outline-offset-2",
    isChosen && "bg-accent-soft",
  );
  if (isEmpty) return <span aria-hidden className={style} onPointerEnter={onLook} />;

  return (
    <Link
      href={href as Route}
      prefetch={false}
      scroll={false}
      draggable={false}
      data-bar
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onLook}
      onPointerEnter={onLook}
      className={style}
    >
      {children}
    </Link>
  );
}
