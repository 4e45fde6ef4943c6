/** JSON as Messenger sends it: ASCII only, and slashes and a few signs escaped, so that re-serialising it changes the bytes. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replaceAll("<", "\\u003C")
    .replaceAll("%", "\\u0025")
    .replaceAll("@", "\\u0040")
    .replaceAll(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
