import { EventsFrame } from "#components/events/events-frame.tsx";

export default function EventsLayout({ children, drawer }: LayoutProps<"/o/[slug]/events">) {
  return <EventsFrame drawer={drawer}>{children}</EventsFrame>;
}
