import { cn } from "#components/ui/cn.ts";

/** A person or an organization without a picture: its first letters. */
export function Initials({ name, shape }: { name: string; shape: "round" | "square" }) {
  const words = name.split(/[\s@.]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word][0]?.toUpperCase());

  return (
    <span
      aria-hidden
      className={cn(
        "grid size-7 shrink-0 place-items-center font-semibold text-xs",
        shape === "round" ? "rounded-full bg-sunken text-ink" : "rounded-md bg-accent text-on-accent",
      )}
    >
      {letters.join("") || "?"}
    </span>
  );
}
