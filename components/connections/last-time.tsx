import { Time } from "#components/ui/time.tsx";

/** When something last happened, or a word for never. */
export function LastTime({ value, never }: { value: Date | null; never: string }) {
  return value ? <Time value={value} /> : <span className="text-muted">{never}</span>;
}
