import { EventDrawer } from "#components/events/event-drawer.tsx";

// The drawer stands here and not in the page: it opens at once, and its content follows.
export default function DrawerLayout({ children }: { children: React.ReactNode }) {
  return <EventDrawer>{children}</EventDrawer>;
}
