const mostNamed = 10;

/** The scopes Zoom names in “does not contain scopes:[a, b]”; nothing else of its text is passed on. */
export function missingScopes(text: string): string[] {
  const list = /scopes?\s*:?\s*\[([^\]]*)\]/i.exec(text)?.[1] ?? "";
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => /^[a-z_]+(:[a-z_]+){0,3}$/.test(name))
    .slice(0, mostNamed);
}
