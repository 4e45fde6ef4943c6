/** A list as Graph takes it: separated by commas, or JSON. */
export function readList(text: string | undefined): string[] {
  if (!text) return [];
  if (!text.startsWith("["))
    return text
      .split(",")
      .map((field) => field.trim())
      .filter(Boolean);
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return [];
  }
}
