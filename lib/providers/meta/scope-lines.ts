import type { HealthLine, ScopeMeaning } from "../connect-contract.ts";

/** A line for each permission that something rests on; `mend` says how to get one that is missing. */
export function scopeLines(
  meanings: readonly ScopeMeaning[],
  granted: readonly string[],
  mend: string,
): HealthLine[] {
  return meanings.flatMap(({ scope, allows, without }): HealthLine[] => {
    if (without === null) return [];
    const line = { id: `scope:${scope}`, title: allows };
    return granted.includes(scope)
      ? [{ ...line, verdict: "good", reason: "Allowed." }]
      : [{ ...line, verdict: "warn", reason: `${without} ${mend}` }];
  });
}
