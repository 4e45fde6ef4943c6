import { z } from "zod";

/** What became of one chosen account. `kept`: it was connected already, and what it has is better than what was granted. */
const AccountOutcome = z.object({
  externalId: z.string(),
  displayName: z.string(),
  state: z.enum(["connected", "needs_attention", "kept", "failed"]),
  sentence: z.string(),
  connectionId: z.string().nullable(),
});
export type AccountOutcome = z.infer<typeof AccountOutcome>;

/** How an attempt to connect ended. Kept with the attempt, so that no address carries text to be shown. */
const AttemptOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cancelled") }),
  z.object({ kind: z.literal("refused"), sentence: z.string(), nextStep: z.string() }),
  z.object({ kind: z.literal("finished"), accounts: z.array(AccountOutcome) }),
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

/** Reads what `JSON.stringify` made of an outcome; null for anything else. */
export function readOutcome(text: string | null): AttemptOutcome | null {
  if (text === null) return null;
  return AttemptOutcome.safeParse(JSON.parse(text)).data ?? null;
}
