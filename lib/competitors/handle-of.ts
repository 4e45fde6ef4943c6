const hostAndPath = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/(.*)$/i;

/**
 * The account's name in what a person typed or pasted: a name, with or without @, or the address of its page. Lower case, as
 * platforms do not tell the cases apart.
 */
export function handleOf(typed: string): string {
  const text = typed.trim();
  const path = hostAndPath.exec(text)?.[1];
  if (path === undefined) return text.replace(/^@/, "").toLowerCase();

  const [before = "", query = ""] = path.split(/[?#]/, 2);
  const parts = before.split("/").filter(Boolean);
  const [first = "", , third] = parts;
  const last = parts.at(-1) ?? "";
  // Places without a name of their own go by a number: /profile.php?id=1, /pages/Name/1, /p/Name-1.
  if (first === "profile.php") return new URLSearchParams(query).get("id") ?? "";
  if (first === "pages" && third) return third.toLowerCase();
  if (first === "p") return /\d+$/.exec(last)?.[0] ?? "";
  return first.replace(/^@/, "").toLowerCase();
}
