import type { Route } from "next";
import { TabLinks } from "#components/ui/tab-links.tsx";

const parts = { events: "Events", problems: "Problems", refused: "Refused", replays: "Replays" };

type EventsTabsProps = {
  slug: string;
  current: keyof typeof parts;
  /** What was refused is for owners and admins: requests of strangers belong to no organization. */
  isAdmin: boolean;
};

/** The parts of Events. */
export function EventsTabs({ slug, current, isAdmin }: EventsTabsProps) {
  const home = `/o/${slug}/events`;

  return (
    <TabLinks
      label="Events"
      links={Object.entries(parts)
        .filter(([part]) => isAdmin || part !== "refused")
        .map(([part, label]) => ({
          href: (part === "events" ? home : `${home}/${part}`) as Route,
          label,
          current: part === current,
        }))}
    />
  );
}
