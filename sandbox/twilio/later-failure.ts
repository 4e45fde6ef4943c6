import type { SendRequest } from "./send-request.ts";
import { hasJoined, sharedNumber } from "./shared-number.ts";
import type { Account } from "./types.ts";

/** The code by which a message fails later, through the status callback; null when it arrives. */
export function laterFailure(account: Account, request: SendRequest, windowIsOpen: boolean): number | null {
  const asked = account.nextFailures.shift();
  if (asked !== undefined) return asked;
  if (request.from === sharedNumber && !hasJoined(account, request.to)) return 63015;
  return windowIsOpen || request.isTemplate ? null : 63016;
}
