import type { Secrets } from "../connect-contract.ts";

/** Where the messages went before they came to us: only the first connect can have seen it, and disconnecting needs it. */
export function carryOver(before: Secrets, after: Secrets): Secrets {
  if (before.accountSid !== after.accountSid || after.previousWebhook || !before.previousWebhook)
    return after;
  return { ...after, previousWebhook: before.previousWebhook };
}
