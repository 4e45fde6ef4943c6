import type { ProviderId } from "#lib/providers/contract.ts";
import { providerName, providers } from "#lib/providers/registry.ts";

/** A platform at which other businesses can be watched, and whose connected accounts can read them there. */
export type Watchable = {
  provider: ProviderId;
  name: string;
  readers: { id: ProviderId; accountNoun: string }[];
};

/** Every platform at which the public accounts of others can be read. */
export function watchable(): Watchable[] {
  const reading = providers.flatMap(({ id, accountNoun, sync }) =>
    (sync?.watches ?? []).map((at) => ({ at, reader: { id, accountNoun: accountNoun.one } })),
  );
  return [...Map.groupBy(reading, ({ at }) => at)].map(([provider, through]) => ({
    provider,
    name: providerName(provider),
    readers: through.map(({ reader }) => reader),
  }));
}
