"use client";

import { useRef, useState } from "react";
import { selectRange } from "./select-range.ts";

/** Which events are chosen: these, or all that the filter finds. */
export type Selection = {
  chosen: ReadonlySet<string>;
  everything: boolean;
  /** One press on a row's box, among these; `extend` with Shift. */
  toggle: (id: string, ids: readonly string[], extend: boolean) => void;
  /** All of these, or none. */
  toggleAll: (ids: readonly string[]) => void;
  chooseEverything: () => void;
  clear: () => void;
};

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const pressed = useRef<string>(undefined);

  function choose(next: ReadonlySet<string>) {
    setChosen(next);
    setEverything(false);
  }

  return {
    chosen,
    everything,
    toggle(id, ids, extend) {
      choose(selectRange(chosen, ids, id, extend ? pressed.current : undefined));
      pressed.current = id;
    },
    toggleAll: (ids) => choose(ids.every((id) => chosen.has(id)) ? new Set() : new Set([...chosen, ...ids])),
    chooseEverything: () => setEverything(true),
    clear: () => choose(new Set()),
  };
}
