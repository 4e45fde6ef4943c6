/** An instance's uuid as a part of a path. Zoom wants those that begin with a slash, or hold two in a row, encoded twice. */
export function uuidPath(uuid: string): string {
  const once = encodeURIComponent(uuid);
  return uuid.startsWith("/") || uuid.includes("//") ? encodeURIComponent(once) : once;
}
