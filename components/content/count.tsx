/** A count of a post; what the platform did not tell is a dash, which is not 0. */
export function Count({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) {
    return (
      <span className="text-muted" title="Not told">
        <span aria-hidden>–</span>
        <span className="sr-only">not told</span>
      </span>
    );
  }
  return value.toLocaleString("en", { maximumFractionDigits: 1 });
}
