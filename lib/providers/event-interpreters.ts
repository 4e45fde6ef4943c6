import type { EventInterpreter, ProviderId } from "./contract.ts";
import { facebookInterpreter } from "./facebook/interpret.ts";

/** For providers whose events are only kept so far: the platform's own word is better than a guess. */
const plainInterpreter: EventInterpreter = {
  label: (eventType) => eventType,
  interpret: ({ eventType }) => ({ summary: `Received ${eventType}.` }),
};

const interpreters: Partial<Record<ProviderId, EventInterpreter>> = { facebook: facebookInterpreter };

/** Who tells what this provider's events mean. */
export function interpreterFor(provider: ProviderId): EventInterpreter {
  return interpreters[provider] ?? plainInterpreter;
}
