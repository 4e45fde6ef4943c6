import type { Route } from "next";
import { TabLinks } from "#components/ui/tab-links.tsx";

const parts = { overview: "Overview", content: "Content", competitors: "Competitors", reports: "Reports" };

type AnalyticsTabsProps = {
  slug: string;
  current: keyof typeof parts;
  /** The chosen range and accounts, with its question mark or empty: they stay chosen from tab to tab. */
  query?: string;
};

/** The parts of Analytics. */
export function AnalyticsTabs({ slug, current, query = "" }: AnalyticsTabsProps) {
  const home = `/o/${slug}/analytics`;

  return (
    <TabLinks
      label="Analytics"
      links={Object.entries(parts).map(([part, label]) => ({
        href: `${part === "overview" ? home : `${home}/${part}`}${query}` as Route,
        label,
        current: part === current,
      }))}
    />
  );
}
