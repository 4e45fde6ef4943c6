import type { Route } from "next";
import type { ReactNode } from "react";
import { EventPlace } from "#components/events/event-place.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

type EventLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

// The drawer stands here and not in the page: it opens at once, and its content follows.
export default async function EventLayout({ params, children }: EventLayoutProps) {
  const { slug } = await params;

  return (
    <EventPlace
      heading={
        <>
          <LiveRefresh slug={slug} topics={["events"]} />
          <PageHeader title="Event" parent={{ href: `/o/${slug}/events` as Route, label: "Events" }} />
        </>
      }
    >
      {children}
    </EventPlace>
  );
}
