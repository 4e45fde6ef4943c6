import { cva } from "class-variance-authority";

/** Inputs, selects and text areas. 16 px on touch screens, where a smaller size makes a phone zoom in. */
export const controlStyle = cva([
  "w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-muted",
  "transition-colors [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted",
  "aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-lg",
]);
