/** A date as the 2010 API writes it: `Thu, 30 Jul 2015 20:00:00 +0000`. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

/** A date as the newer APIs write it, without fractions. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
