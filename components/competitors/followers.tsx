import { Count } from "#components/content/count.tsx";
import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayOf = (date: string) => day.format(new Date(date));

/** How many follow on the last day known, and how many more or fewer that is than before. */
export function Followers({ account }: { account: ComparedAccount }) {
  const { followers, followersOn, followersBefore, followersBeforeOn } = account;
  if (followers === null || followersOn === null) return <Count value={null} />;

  const change = followersBefore === null ? null : followers - followersBefore;
  return (
    <span className="tabular inline-grid">
      <span>{followers.toLocaleString("en")}</span>
      <span className="text-muted text-sm">
        {change === null || followersBeforeOn === null
          ? `on ${dayOf(followersOn)}`
          : `${change.toLocaleString("en", { signDisplay: "exceptZero" })} since ${dayOf(followersBeforeOn)}`}
      </span>
    </span>
  );
}
