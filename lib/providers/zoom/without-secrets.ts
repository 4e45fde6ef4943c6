import type { Json } from "../contract.ts";

/** Keys whose values open something: download tokens, passwords, passcodes, the host's own link, legacy signatures. */
const secretKey = /(token|pass(word|code)|pwd|secret|signature|zak|start_url)$/i;
const address = /^https?:\/\/\S+$/i;
const secretInText = /([?&](?:pwd|tk|zak|token)=)[^\s&"'<>]+/gi;

/** What Zoom sent without what opens a meeting or a recording. Addresses lose their query: it holds the password. */
export function withoutSecrets(value: Json): Json {
  if (typeof value === "string") return withoutQuery(value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== "object") return value;

  const kept = Object.entries(value).filter(([key]) => !secretKey.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSecrets(inner)]));
}

function withoutQuery(text: string): string {
  return address.test(text) ? text.replace(/[?#].*$/, "") : text.replace(secretInText, "$1…");
}
