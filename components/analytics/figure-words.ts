import type { Figure } from "#lib/analytics/figure.ts";

type Words = { name: string; means: string };

/** What people call each figure, and what it is. */
export const figureWords: Record<Figure["metric"], Words> = {
  followers: { name: "Followers", means: "How many follow, as last told." },
  reach: { name: "Reach", means: "People who saw something of yours, day by day." },
  views: { name: "Views", means: "How often posts, reels and stories were seen." },
  engagement: { name: "Interactions", means: "Likes, comments, shares, saves and the like." },
  impressions: { name: "Impressions", means: "How often something was shown." },
  profile_views: { name: "Profile views", means: "How often the profile was looked at." },
  accounts_engaged: {
    name: "People who interacted",
    means: "People who did something with a post, day by day.",
  },
  follows: { name: "New followers", means: "Who began to follow." },
  unfollows: { name: "Lost followers", means: "Who stopped following." },
  likes: { name: "Likes", means: "Likes and other reactions." },
  comments: { name: "Comments", means: "Comments on what was published." },
  shares: { name: "Shares", means: "How often something was passed on." },
  saves: { name: "Saves", means: "How often something was kept for later." },
  clicks: { name: "Clicks", means: "Clicks on links and buttons." },
  conversions: { name: "Conversions", means: "What people came to do, and did." },
};

/** A number with its separators. */
export const numberWords = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 2 });

/** “12 %” of a share. Small shares keep a decimal, so that they are not told as nothing. */
export function shareWords(share: number): string {
  const percent = Math.abs(share) * 100;
  return `${percent.toLocaleString("en", { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`;
}

/** What a chart shows, as a sentence: “Reach rose 12 % to 8,400”. */
export function finding(name: string, total: number | null, change: number | null): string {
  if (total === null) return name;
  if (change === null) return `${name}: ${numberWords(total)}`;
  if (Math.abs(change) < 0.0005) return `${name} stayed at ${numberWords(total)}`;
  return `${name} ${change > 0 ? "rose" : "fell"} ${shareWords(change)} to ${numberWords(total)}`;
}

/** What has to be known to read the figure rightly: people counted twice, days left out of the comparison. */
export function caveats({ kind, compared, accounts, days }: Figure): string[] {
  const told = [];
  if (kind === "people")
    told.push(
      accounts.length > 1
        ? "Days and accounts are added up, so whoever was reached more than once counts more than once."
        : "Days are added up, so whoever was reached on several days counts several times.",
    );
  const silent = days.filter((value) => value === null).length;
  if (silent > 0 && silent < days.length) {
    told.push(
      `${silent === 1 ? "1 day was" : `${silent} days were`} not told, and ${silent === 1 ? "is" : "are"} left open.`,
    );
  }
  if (accounts.some(({ isRedefined }) => isRedefined))
    told.push("The platform began to count this differently on the way, which may be the change.");
  if (compared?.isPartial)
    told.push(
      kind === "level"
        ? "The change is of the accounts known in both periods."
        : `The change is of the ${compared.days} days known in both periods.`,
    );
  return told;
}
