"use client";

import { useEffect, useRef } from "react";

type RowBoxProps = {
  label: string;
  checked: boolean;
  /** Some of what it stands for, but not all. */
  partly?: boolean;
  /** `extend`: Shift was held, so everything from the last one on is meant. */
  onToggle: (extend: boolean) => void;
};

/** The box that chooses a row, above the link that the rest of the row is; on touch screens as large as a finger. */
export function RowBox({ label, checked, partly = false, onToggle }: RowBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);

  return (
    <span className="relative z-10 -m-1 grid size-6 place-items-center pointer-coarse:-m-3 pointer-coarse:size-11">
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => onToggle((event.nativeEvent as MouseEvent).shiftKey)}
        // Shift and a press would otherwise mark the text in between.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        className="m-0 block size-4 accent-accent after:absolute after:inset-0"
      />
    </span>
  );
}
