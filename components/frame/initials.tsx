import { cn } from "#components/ui/cn.ts";
import { lettersOf } from "#components/ui/letters-of.ts";

/** A person or an organization without a picture: its first letters. */
export function Initials({ name, shape }: { name: string; shape: "round" | "square" }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-7 shrink-0 place-items-center font-semibold text-xs",
        shape === "round" ? "rounded-full bg-sunken text-ink" : "rounded-md bg-accent text-on-accent",
      )}
    >
      {lettersOf(name)}
    </span>
  );
}
