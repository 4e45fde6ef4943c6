import { z } from "zod";
import type { ProviderId } from "#lib/providers/contract.ts";
import { handleOf } from "./handle-of.ts";
import { watchable } from "./watchable.ts";

/** Whom to watch: a platform, and a name or an address as people have it at hand. */
export const NewCompetitor = z.object({
  provider: z.custom<ProviderId>(
    (id) => watchable().some(({ provider }) => provider === id),
    "Choose a platform from the list.",
  ),
  handle: z
    .string()
    .max(500, "That is longer than any name. Paste the name alone.")
    .transform(handleOf)
    .pipe(
      z
        .string()
        .regex(
          /^[a-z0-9._-]{1,100}$/,
          "Enter the name as it stands in the address of the page, such as harbour.bakery, or paste the address.",
        ),
    ),
});

export const CompetitorReference = z.object({ competitorId: z.uuid() });
