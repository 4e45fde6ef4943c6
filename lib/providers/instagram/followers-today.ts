import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { localDate } from "../meta/calendar.ts";
import type { DayFigure, SyncRequest } from "../synchronization.ts";
import { readProfile } from "./profile.ts";
import { openSecrets } from "./secrets.ts";

/** How many follow the account now. Instagram tells no days past, so a day without a sync has no such figure. */
export async function followersToday(
  app: AppCredentials,
  { secrets }: Account,
  { now, timeZone }: SyncRequest,
): Promise<Answer<DayFigure[]>> {
  const profile = await readProfile(app, openSecrets(secrets).accessToken);
  if (!profile.ok) return profile;

  const { followers_count: followers } = profile.value;
  if (typeof followers !== "number") return { ok: true, value: [] };
  const date = localDate(now, timeZone);
  return {
    ok: true,
    value: [{ date, metric: "followers", value: followers, sourceMetric: "followers_count" }],
  };
}
