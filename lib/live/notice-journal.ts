import { randomUUID } from "node:crypto";
import { type Topic, topics } from "./topics.ts";

/**
 * Numbers what one process says, and remembers for each organization which kinds it last said when: enough to tell
 * someone who comes back exactly what they missed, whatever its number. The organizations longest silent are forgotten.
 */
export function noticeJournal(keptOrganizations = 10_000) {
  const era = randomUUID();
  const said = new Map<string, Map<Topic, number>>();
  let last = 0;
  /** What was said before this number may have been forgotten. */
  let knownSince = 0;

  function note(organizationId: string, topic: Topic): string {
    last += 1;
    const ours = said.get(organizationId) ?? new Map<Topic, number>();
    said.delete(organizationId);
    said.set(organizationId, ours.set(topic, last));
    if (said.size > keptOrganizations) forgetLongestSilent();
    return latest();
  }

  function forgetLongestSilent(): void {
    for (const [organizationId, theirs] of said) {
      knownSince = Math.max(knownSince, ...theirs.values());
      said.delete(organizationId);
      return;
    }
  }

  /** From here on no one who was told something earlier is known to have missed nothing. */
  function forget(): void {
    said.clear();
    last += 1;
    knownSince = last;
  }

  /** What was said to the organization after this id; everything, when the id is not of this process or too old. */
  function missedSince(organizationId: string, id: string | null): Topic[] {
    const [theirEra, number] = id?.split(":") ?? [];
    const heard = Number.parseInt(number ?? "", 10);
    // Not a number compares as neither.
    if (theirEra !== era || !(heard >= knownSince && heard <= last)) return [...topics];
    return [...(said.get(organizationId) ?? [])].filter(([, at]) => at > heard).map(([topic]) => topic);
  }

  const latest = () => `${era}:${last}`;
  return { note, forget, missedSince, latest };
}
