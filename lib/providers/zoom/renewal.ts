import type { Account, Answer, AppCredentials, Secrets, Verified } from "../connect-contract.ts";
import type { Renewal, TokenLife } from "../renewal.ts";
import { describedTokens } from "./described-tokens.ts";
import { requestTokens } from "./request-tokens.ts";

const beforeExpiryMs = 5 * 60_000;
const longestUnusedMs = 7 * 24 * 60 * 60_000;

/**
 * Zoom's access lasts an hour, and each refresh spends the refresh token: the new pair has to be stored before anything else is
 * done, and no two may run at once.
 *
 * A refresh whose answer is lost (`lostAnswer` in the fault's code) is temporary, as the old pair may still be good. The next
 * try decides: it succeeds, or Zoom says `invalid_grant`, which is final and needs a person.
 */
export const zoomRenewal: Renewal = { dueAt, refresh };

/** Five minutes before the access ends and, since unused grants lapse, at least once a week. */
function dueAt({ savedAt, accessExpiresAt }: TokenLife): Date | null {
  const weekly = savedAt.getTime() + longestUnusedMs;
  const expiring = accessExpiresAt ? accessExpiresAt.getTime() - beforeExpiryMs : weekly;
  return new Date(Math.min(weekly, expiring));
}

async function refresh(
  app: AppCredentials,
  { secrets }: Account,
): Promise<Answer<{ secrets: Secrets } & Verified>> {
  const form = { grant_type: "refresh_token", refresh_token: secrets.refreshToken ?? "" };
  const renewed = await requestTokens(app, form, secrets);
  if (!renewed.ok) return renewed;
  return { ok: true, value: { secrets: renewed.value, ...describedTokens(renewed.value) } };
}
