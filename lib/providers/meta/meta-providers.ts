import type { ProviderId } from "../contract.ts";

/** Whose grants Meta's deauthorize and data-deletion callbacks can speak of. */
export const metaProviders = ["facebook", "instagram", "whatsapp"] as const satisfies readonly ProviderId[];
