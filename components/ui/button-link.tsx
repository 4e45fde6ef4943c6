import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

type ButtonLinkProps<Path extends string> = Omit<ComponentProps<"a">, "href"> &
  ButtonLook & { href: Route<Path>; prefetch?: boolean };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink<Path extends string>({
  variant,
  size,
  wide,
  className,
  ...props
}: ButtonLinkProps<Path>) {
  return <Link {...props} className={cn(buttonStyle({ variant, size, wide }), className)} />;
}
