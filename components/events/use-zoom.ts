"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from "react";

const dragBeginsAtPx = 5;
type Run = readonly [number, number];

const ordered = (a: number, b: number): Run => [Math.min(a, b), Math.max(a, b)];

/**
 * Chooses a run of bars by dragging over them or with Shift and the arrow keys, and goes where `hrefOf` says. `tabStop` is
 * the bar that Tab reaches.
 */
export function useZoom(count: number, hrefOf: (first: number, last: number) => string) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Run | null>(null);
  const [tabStop, setTabStop] = useState<number | null>(null);
  const anchor = useRef(0);
  const drag = useRef<{ index: number; x: number; moved: boolean } | null>(null);
  const wasDragged = useRef(false);

  function go([first, last]: Run) {
    setChosen(null);
    router.push(hrefOf(first, last) as Route, { scroll: false });
  }

  function barAt(event: PointerEvent<HTMLElement>): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((event.clientX - left) / width) * count), 0), count - 1);
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      wasDragged.current = false;
      if (event.button === 0) drag.current = { index: barAt(event), x: event.clientX, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = drag.current;
      if (!from) return;
      if (!from.moved && Math.abs(event.clientX - from.x) < dragBeginsAtPx) return;
      // Held only once it is a drag, so that a press on a bar stays a press on a link.
      if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
      from.moved = true;
      setChosen(ordered(from.index, barAt(event)));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = drag.current;
      drag.current = null;
      if (!from?.moved) return;
      wasDragged.current = true;
      go(ordered(from.index, barAt(event)));
    },
    onPointerCancel() {
      drag.current = null;
      setChosen(null);
    },
    onClickCapture(event: MouseEvent) {
      // The press that ends a drag is none on the link it ends over.
      if (wasDragged.current) event.preventDefault();
      wasDragged.current = false;
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === "Escape" && (chosen || drag.current)) {
        event.preventDefault();
        drag.current = null;
        return setChosen(null);
      }
      if (event.key === "Enter" && chosen) {
        event.preventDefault();
        return go(chosen);
      }
      const bars = [...event.currentTarget.children];
      const links = bars.filter((bar): bar is HTMLElement => bar.matches("[data-bar]"));
      const at = links.indexOf(event.target as HTMLElement);
      const next = links[neighbour(event.key, at, links.length)];
      if (at === -1 || !next) return;

      event.preventDefault();
      next.focus();
      setTabStop(bars.indexOf(next));
      if (!event.shiftKey) return setChosen(null);
      if (!chosen) anchor.current = bars.indexOf(event.target as HTMLElement);
      setChosen(ordered(anchor.current, bars.indexOf(next)));
    },
  };
  return { chosen, tabStop, handlers };
}

function neighbour(key: string, at: number, count: number): number {
  if (key === "ArrowLeft") return Math.max(at - 1, 0);
  if (key === "ArrowRight") return Math.min(at + 1, count - 1);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
