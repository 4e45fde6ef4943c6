import type { ConnectProvider } from "./connect-contract.ts";
import { facebook } from "./facebook/facebook.ts";

/** Every platform whose accounts can be connected, in the order they are offered. A new one is one more line. */
export const providers: readonly ConnectProvider[] = [facebook];

/** The platform of this id, or null: ids come from addresses, where anything may stand. */
export function findProvider(id: string): ConnectProvider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}
