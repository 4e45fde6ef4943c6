import "server-only";
import { providers } from "#lib/providers/registry.ts";
import { appOf } from "./app-of.ts";

export type Connectable = ReturnType<typeof listConnectable>[number];

/** Every platform one can connect here, with what connecting gives and asks for. */
export function listConnectable() {
  return providers.map((provider) => ({
    id: provider.id,
    name: provider.name,
    accountNoun: provider.accountNoun,
    gives: provider.gives,
    /** `dialog`: the platform's own window. `form`: credentials typed here, see `describeForm`. */
    kind: provider.connect.kind,
    asksFor: provider.scopes.map(({ allows }) => allows),
    isSetUp: appOf(provider) !== null,
  }));
}
