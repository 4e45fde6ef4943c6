import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { localDate } from "../meta/calendar.ts";
import type { DayFigure, SyncRequest } from "../synchronization.ts";
import { readProfile } from "./profile.ts";
import { openSecrets } from "./secrets.ts";

const mostForFew = 100;
const kept = "Instagram keeps an account's daily figures for 90 days and tells its followers of today only.";
const few = "Instagram tells who came and who went only of accounts with at least 100 followers.";

/** How many follow the account now. Instagram tells no days past, so a day without a sync has no such figure. */
export async function readToday(
  app: AppCredentials,
  { secrets }: Account,
  { kind, now, timeZone }: SyncRequest,
): Promise<Answer<{ figures: DayFigure[]; notes: string[] }>> {
  const profile = await readProfile(app, openSecrets(secrets).accessToken);
  if (!profile.ok) return profile;

  const notes = kind === "first" ? [kept] : [];
  const { followers_count: followers } = profile.value;
  if (typeof followers !== "number") return { ok: true, value: { figures: [], notes } };

  const figure = { metric: "followers", value: followers, sourceMetric: "followers_count" } as const;
  return {
    ok: true,
    value: {
      figures: [{ date: localDate(now, timeZone), ...figure }],
      notes: followers < mostForFew ? [...notes, few] : notes,
    },
  };
}
