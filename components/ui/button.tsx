import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

/** A plain button. In a form, `SubmitButton` also shows that the form is on its way. */
export function Button({ variant, size, wide, className, ...props }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...props} className={cn(buttonStyle({ variant, size, wide }), className)} />;
}
