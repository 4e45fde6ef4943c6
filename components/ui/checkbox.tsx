import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** A box with its words; pressing the words ticks it too. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  return (
    <label className={cn("flex items-start gap-2.5 py-1 pointer-coarse:py-3", className)}>
      <input {...props} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span className="grid gap-0.5">
        <span className="font-medium">{label}</span>
        {hint && <span className="text-muted text-sm">{hint}</span>}
      </span>
    </label>
  );
}
