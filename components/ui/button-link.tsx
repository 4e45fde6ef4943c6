import type { Route } from "next";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { LinkOnIntent } from "./link-on-intent.tsx";

type ButtonLinkProps<Path extends string> = Omit<ComponentProps<"a">, "href"> &
  ButtonLook & { href: Route<Path> };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink<Path extends string>({
  variant,
  size,
  wide,
  className,
  ...props
}: ButtonLinkProps<Path>) {
  return <LinkOnIntent {...props} className={cn(buttonStyle({ variant, size, wide }), className)} />;
}
