import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A table for scanning. When it is wider than its place it scrolls there, reachable by keyboard, not the page. */
export function Table({ label, className, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-lg">
      <table {...props} className={cn("w-full border-collapse text-left", className)} />
    </section>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return <thead {...props} className={cn("border-line border-b text-muted text-sm", className)} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody {...props} className={cn("divide-y divide-line", className)} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={className} />;
}

export function ColumnHeader({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...props}
      className={cn("whitespace-nowrap px-3 py-2 font-medium first:pl-4 last:pr-4", className)}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td {...props} className={cn("px-3 py-2.5 align-top first:pl-4 last:pr-4", className)} />;
}
