import type { Interpretation } from "./contract.ts";

/** What is said of an event whose kind we do not know, by the platform's own word for it. */
export function unknownEvent(kind: string): Interpretation {
  return { summary: `An event of a kind that is not handled yet: ${kind}.`, isUnknown: true };
}
