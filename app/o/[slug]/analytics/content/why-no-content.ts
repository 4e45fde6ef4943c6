import type { WhyNoContent } from "#components/content/no-content.tsx";
import type { AnalyticsAccount } from "#lib/analytics/list-accounts.ts";
import type { DateSpan } from "#lib/analytics/range.ts";

type Looked = { accounts: AnalyticsAccount[]; range: DateSpan };

/** Why no post is there for these days and accounts, and where one can do something about it. */
export function whyNoContent(home: string, { accounts, range }: Looked): WhyNoContent {
  const readable = accounts.filter(({ isConnected, tells }) => isConnected && tells.length > 0);
  const [first] = readable;
  if (!first) {
    return {
      title: "No posts yet",
      text: "Connect an account that publishes, such as a Facebook Page or an Instagram account. Its posts of the last 90 days are then read.",
      action: { label: "Connect an account", href: `${home}/connections` },
    };
  }

  const look = { label: `Look at ${first.displayName}`, href: `${home}/connections/${first.id}` };
  const running = readable.find(({ lastRun }) => lastRun?.status === "running");
  if (running) {
    return {
      title: "Posts are being read",
      text: `${running.displayName} is being read now. Its posts appear here by themselves.`,
      action: { label: `Look at ${running.displayName}`, href: `${home}/connections/${running.id}` },
    };
  }
  const failed = readable.find(({ lastRun }) => lastRun?.status === "failed");
  if (failed) {
    return {
      title: "Posts could not be read",
      text: `${failed.displayName}: ${failed.lastRun?.error ?? "the last time it did not work."}`,
      action: { label: `Look at ${failed.displayName}`, href: `${home}/connections/${failed.id}` },
    };
  }
  if (readable.every(({ lastRun }) => lastRun === null))
    return { title: "No posts yet", text: "These accounts have not been read yet.", action: look };
  return {
    title: "Nothing was published in these days",
    text: `From ${range.from} to ${range.to} these accounts published nothing that the platform tells of. Choose other days to see more.`,
    action: null,
  };
}
