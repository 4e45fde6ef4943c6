let last = 0;

/** A number of 16 digits or more that no run before or after this one hands out, because it grows with time. */
export function newId(prefix: "1" | "10" | "20" | "61" | "1784" | "2490"): string {
  last = Math.max(last + 1, Date.now() * 100);
  return `${prefix}${last}`;
}
