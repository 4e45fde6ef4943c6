import type { Json } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";

type Delivered = { provider: string; payload: Json; headers: Record<string, string> };

/** Made anew by whoever sends it, or saying where it came from rather than what it is. */
const notSent = ["content-length", "x-forwarded-for"];

/**
 * A shell command that posts the event to us again, as its platform would, but for the signature: that is never kept, and
 * stands here as words that say what belongs there. Null for a platform that is no longer known.
 */
export function curlCommand({ provider, payload, headers }: Delivered, origin: string): string | null {
  const sender = findProvider(provider)?.sender;
  if (!sender) return null;

  const kept = Object.entries(headers).filter(([name]) => !notSent.includes(name.toLowerCase()));
  const signature = `<left out: the ${sender.id} signature over this body>`;
  const all: [string, string][] = [...kept, [sender.signatureHeader, signature]];

  return [
    `curl -X POST ${quoted(origin + (sender.paths[0] ?? ""))}`,
    ...all.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(bodyOf(payload, headers["content-type"]))}`,
  ].join(" \\\n  ");
}

function bodyOf(payload: Json, contentType = ""): string {
  if (!contentType.startsWith("application/x-www-form-urlencoded")) return JSON.stringify(payload);
  if (payload === null || typeof payload !== "object" || Array.isArray(payload))
    return JSON.stringify(payload);

  const pairs = Object.entries(payload).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}

/** One word to any POSIX shell, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
