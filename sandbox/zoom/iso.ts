/** A time as Zoom writes it: UTC, without fractions. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
