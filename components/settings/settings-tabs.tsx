import type { Route } from "next";
import { TabLinks } from "#components/ui/tab-links.tsx";

/** The parts of Settings. */
export function SettingsTabs({ slug, current }: { slug: string; current: "general" | "audit-log" }) {
  return (
    <TabLinks
      label="Settings"
      links={[
        { href: `/o/${slug}/settings` as Route, label: "General", current: current === "general" },
        {
          href: `/o/${slug}/settings/audit-log` as Route,
          label: "Audit log",
          current: current === "audit-log",
        },
      ]}
    />
  );
}
