import type { ProviderId } from "#lib/providers/contract.ts";

export const madeUpId = "signal" as ProviderId;
