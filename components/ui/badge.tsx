import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const badgeStyle = cva(
  "inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs [&_svg]:size-3.5",
  {
    variants: {
      tone: {
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        idle: "bg-idle-soft text-idle",
        accent: "bg-accent-soft text-accent",
      },
    },
    defaultVariants: { tone: "idle" },
  },
);

/** A word about a thing: a role, a count. For a status use `StatusBadge`, which brings its icon. */
export function Badge({
  tone,
  className,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeStyle>) {
  return <span {...props} className={cn(badgeStyle({ tone }), className)} />;
}
