import { noSuchField } from "./refusals.ts";

export type Field = { name: string; inner: Field[]; modifiers?: Record<string, string> };

/** Reads `id,picture{url},reactions.limit(0)`; what a modifier means is for the node to know. */
export function parseFields(text: string | undefined): Field[] {
  const fields: Field[] = [];
  for (const part of splitOutside(text ?? "")) {
    const [, name, modifiers, inner] =
      /^([a-z_]+)((?:\.[a-z_]+\([^)]*\))*)(?:\{(.*)\})?$/s.exec(part.trim()) ?? [];
    if (name) fields.push({ name, inner: parseFields(inner), modifiers: parseModifiers(modifiers) });
    else if (part.trim()) fields.push({ name: part.trim(), inner: [] });
  }
  return fields;
}

function parseModifiers(text = ""): Record<string, string> {
  const found = text.matchAll(/\.([a-z_]+)\(([^)]*)\)/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value]));
}

function splitOutside(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if ("{(".includes(sign)) depth += 1;
    if (")}".includes(sign)) depth -= 1;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** The fields asked for, plus the id, which Graph always adds. A field the node does not have fails the whole call. */
export function selectFields(
  nodeName: string,
  node: Record<string, unknown>,
  asked: Field[],
  defaults: string[],
): Record<string, unknown> {
  const wanted = asked.length > 0 ? asked : defaults.map((name): Field => ({ name, inner: [] }));
  const chosen: Record<string, unknown> = {};

  for (const { name, inner } of wanted) {
    if (!(name in node)) throw noSuchField(name, nodeName);
    const value = project(node[name], inner);
    if (value !== undefined) chosen[name] = value;
  }
  return { ...chosen, id: node.id };
}

function project(value: unknown, inner: Field[]): unknown {
  if (inner.length === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, inner));
  if ("data" in value) return { ...value, data: project(value.data, inner) };

  const names = ["id", ...inner.map(({ name }) => name)];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names.includes(name))
      .map(([name, part]) => [name, project(part, inner.find((field) => field.name === name)?.inner ?? [])]),
  );
}
