import type { Route } from "next";
import { TabLinks } from "#components/ui/tab-links.tsx";

/** What lies ahead and what is over. */
export function MeetingsTabs({ slug, current }: { slug: string; current: "upcoming" | "past" }) {
  const home = `/o/${slug}/meetings`;
  return (
    <TabLinks
      label="Meetings"
      links={[
        { href: home as Route, label: "Upcoming", current: current === "upcoming" },
        { href: `${home}?view=past` as Route, label: "Past", current: current === "past" },
      ]}
    />
  );
}
