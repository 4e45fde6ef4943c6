import type { ProviderEvent } from "#lib/providers/contract.ts";

/** What one delivery proved to hold, on its way into the database. */
export type VerifiedDelivery = {
  events: ProviderEvent[];
  verifiedWith: string;
  headers: Record<string, string>;
};
