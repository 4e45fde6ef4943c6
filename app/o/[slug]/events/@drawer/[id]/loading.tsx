import { EventViewSkeleton } from "#components/events/event-view-skeleton.tsx";

export default function EventLoading() {
  return <EventViewSkeleton />;
}
