import {
  Cable,
  CalendarClock,
  ChartLine,
  LayoutDashboard,
  type LucideIcon,
  Settings,
  Webhook,
} from "lucide-react";
import type { Route } from "next";

export type Section = { label: string; icon: LucideIcon; path: string; key: string };

/** The parts of the dashboard, in the order of the rail. `key` follows `g`. A part is listed once its page exists. */
export const sections: Section[] = [
  { label: "Overview", icon: LayoutDashboard, path: "", key: "o" },
  { label: "Connections", icon: Cable, path: "/connections", key: "c" },
  { label: "Events", icon: Webhook, path: "/events", key: "e" },
  { label: "Analytics", icon: ChartLine, path: "/analytics", key: "a" },
  { label: "Meetings", icon: CalendarClock, path: "/meetings", key: "m" },
  { label: "Settings", icon: Settings, path: "/settings", key: "s" },
];

/** The section's address in one organization. */
export function sectionHref(slug: string, section: Section): Route {
  return `/o/${slug}${section.path}` as Route;
}

/** The section an address belongs to, its deeper pages included. */
export function sectionAt(slug: string, pathname: string): Section | undefined {
  const path = pathname.slice(`/o/${slug}`.length);
  return sections.findLast(({ path: start }) => path === start || (start && path.startsWith(`${start}/`)));
}
