import type { Route } from "next";
import { cn } from "./cn.ts";
import { LinkOnIntent } from "./link-on-intent.tsx";

type TextLinkProps<Path extends string> = {
  href: Route<Path>;
  className?: string;
  children: React.ReactNode;
};

/** A link among words. The padding widens what can be pressed and moves no line. */
export function TextLink<Path extends string>({ className, ...props }: TextLinkProps<Path>) {
  return (
    <LinkOnIntent
      {...props}
      className={cn(
        "rounded-sm py-1 font-medium text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent pointer-coarse:py-3.5",
        className,
      )}
    />
  );
}
