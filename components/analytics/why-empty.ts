import type { Figure } from "#lib/analytics/figure.ts";
import type { AnalyticsAccount } from "#lib/analytics/list-accounts.ts";

export type Why = { sentences: string[]; href?: string; action?: string };

type Place = {
  /** The organization's own address. */
  home: string;
  /** The platforms that tell this figure, by name. */
  tellers: string[];
  /** The accounts that are looked at. */
  accounts: AnalyticsAccount[];
};

/** Why a figure has nothing to show for the chosen days and accounts, and where one can do something about it. */
export function whyEmpty(metric: Figure["metric"], { home, tellers, accounts }: Place): Why {
  const asked = accounts.filter(({ isConnected, tells }) => isConnected && tells.includes(metric));
  if (asked.length === 0) return nobodyTells({ home, tellers, accounts });

  const [first] = asked;
  const sentences = [...new Set(asked.flatMap(reasons))].slice(0, 4);
  if (sentences.length === 0) sentences.push("Nothing was told for these days.");
  return { sentences, href: `${home}/connections/${first?.id}`, action: `Look at ${first?.displayName}` };
}

function nobodyTells({ home, tellers, accounts }: Place): Why {
  const [only] = accounts;
  const who = new Intl.ListFormat("en", { type: "disjunction" }).format(tellers);
  const told = who ? `${who} would tell this.` : "No platform tells this yet.";
  if (accounts.length === 1 && only?.isConnected) {
    return { sentences: [`${only.displayName} does not tell this. ${who ? `${who} would.` : ""}`.trim()] };
  }
  return { sentences: [told], href: `${home}/connections`, action: "Connect an account" };
}

function reasons({ displayName, lastRun }: AnalyticsAccount): string[] {
  if (!lastRun) return [`${displayName} has not been read yet.`];
  if (lastRun.status === "failed") return [`${displayName} could not be read. ${lastRun.error ?? ""}`.trim()];
  if (lastRun.status === "done") return lastRun.notes;

  const { stepsDone, stepsTotal, doing } = lastRun;
  const progress = stepsTotal ? `, ${stepsDone} of ${stepsTotal} steps done` : "";
  return [`${displayName} is being read${progress}.${doing ? ` ${doing}.` : ""}`];
}
