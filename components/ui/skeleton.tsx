import { cn } from "./cn.ts";

/** A grey shape where something is about to stand: give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-shimmer rounded-md bg-sunken", className)} />;
}
