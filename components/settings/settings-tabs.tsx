import type { Route } from "next";
import { TabLinks } from "#components/ui/tab-links.tsx";

const parts = {
  general: "General",
  brand: "Brand",
  events: "Events",
  alerts: "Alerts",
  "audit-log": "Audit log",
};

/** The parts of Settings. */
export function SettingsTabs({ slug, current }: { slug: string; current: keyof typeof parts }) {
  const home = `/o/${slug}/settings`;

  return (
    <TabLinks
      label="Settings"
      links={Object.entries(parts).map(([part, label]) => ({
        href: (part === "general" ? home : `${home}/${part}`) as Route,
        label,
        current: part === current,
      }))}
    />
  );
}
