"use client";

import { useEffect } from "react";

/** `j` and `k` move the focus down and up the links marked `data-list-link`; Enter then opens one, as on any link. */
export function useListKeys(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, [role=dialog]")
      )
        return;

      const links = [...document.querySelectorAll<HTMLElement>("[data-list-link]")];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }

    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
