import "server-only";
import type { Json } from "#lib/providers/contract.ts";
import { interpreterFor } from "#lib/providers/registry.ts";

/**
 * What an event that waits for its turn will be told as when it has been worked off: people need not wait for a worker to
 * read what came. Null where it cannot be told; what is wrong with it then shows in the worker's try.
 */
export function foretold(event: { provider: string; eventType: string; payload: Json }): string | null {
  try {
    return interpreterFor(event.provider).interpret(event).summary;
  } catch {
    return null;
  }
}
