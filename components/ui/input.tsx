import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlStyle } from "./control-style.ts";

/** One line of text. Give it a label with `Field`, or use `TextField`. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={cn(controlStyle(), "h-9", className)} />;
}
