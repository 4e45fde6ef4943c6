import type { Secrets } from "../connect-contract.ts";
import type { WebhookSecret } from "../contract.ts";

/** What was signed before a rotation may still be on its way, or be sent again; after this it is refused. */
const graceMs = 7 * 24 * 60 * 60 * 1000;

/** The tokens that may have signed for this account at this moment: the present one, then the one before in its grace. */
export function signingTokens(
  { authToken, previousAuthToken, previousAuthTokenUntil }: Secrets,
  now: Date,
): WebhookSecret[] {
  const isInGrace = Date.parse(previousAuthTokenUntil ?? "") > now.getTime();
  return [
    ...(authToken ? [{ name: "auth_token", value: authToken }] : []),
    ...(previousAuthToken && isInGrace ? [{ name: "previous_auth_token", value: previousAuthToken }] : []),
  ];
}

/**
 * What outlives a reconnect: the Auth Token before, for its grace, so that nothing that is on its way is refused; and where
 * the messages went before us, which only the first connect can have seen.
 */
export function carryOver(before: Secrets, after: Secrets, now: Date): Secrets {
  if (before.accountSid !== after.accountSid) return after;

  const previous = signingTokens(before, now).find(({ value }) => value !== after.authToken);
  const until =
    previous?.value === before.authToken
      ? new Date(now.getTime() + graceMs).toISOString()
      : before.previousAuthTokenUntil;
  return {
    ...after,
    ...(previous && until && { previousAuthToken: previous.value, previousAuthTokenUntil: until }),
    ...(!after.previousWebhook && before.previousWebhook && { previousWebhook: before.previousWebhook }),
  };
}
