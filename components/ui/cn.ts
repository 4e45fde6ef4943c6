import { type CxOptions, cx } from "class-variance-authority";
import { extendTailwindMerge } from "tailwind-merge";

/** The theme's own names: without them tailwind-merge takes `text-muted` and `text-sm` for rivals. */
const merge = extendTailwindMerge({
  extend: { theme: { text: ["xs", "sm", "base", "lg", "xl", "2xl"], shadow: ["popup"] } },
});

/** Joins class names; of two that set the same thing, the later wins. */
export function cn(...classes: CxOptions): string {
  return merge(cx(classes));
}
