import type { Metadata, Route } from "next";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Attention } from "#components/overview/attention.tsx";
import { DayCounts } from "#components/overview/day-counts.tsx";
import { FirstSteps } from "#components/overview/first-steps.tsx";
import { healthLine } from "#components/overview/health-line.ts";
import { NextMeetings } from "#components/overview/next-meetings.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnectable } from "#lib/connections/connectable.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { env } from "#lib/env.ts";
import { listUpcoming } from "#lib/meetings/list-meetings.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { countEvents, countTroubled, hasEvents } from "#lib/webhooks/count-events.ts";
import { attentionItems } from "./attention-items.ts";
import { channelDays } from "./channel-days.ts";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: PageProps<"/o/[slug]">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const [connections, counts, troubled, anyEvents, meetings, organization] = await Promise.all([
    listConnections(member),
    countEvents(member),
    countTroubled(member),
    hasEvents(member),
    listUpcoming(member, { limit: 3 }),
    findOrganization(member),
  ]);

  const home = `/o/${slug}`;
  const channels = new Intl.ListFormat("en", { type: "disjunction" }).format(
    listConnectable().map(({ name }) => name),
  );
  const items = attentionItems(home, connections, troubled);

  return (
    <>
      <LiveRefresh slug={slug} topics={["events", "connections", "meetings"]} />
      <PageHeader title="Overview" description={healthLine(connections)} />
      <div className="grid gap-6">
        {!(connections.length > 0 && anyEvents) && (
          <FirstSteps
            steps={[
              {
                title: "Connect a channel",
                explanation: `${channels}. It takes a minute.`,
                done: connections.length > 0,
                action: (
                  <ButtonLink href={`${home}/connections` as Route} variant="primary">
                    Connect a channel
                  </ButtonLink>
                ),
              },
              {
                title: "Send a test event",
                explanation: "Write to your channel as a customer would, and see it arrive here.",
                done: anyEvents,
                action: env.PROVIDER_SANDBOX_URL && (
                  <a
                    href={`${env.PROVIDER_SANDBOX_URL}/customer`}
                    target="_blank"
                    rel="noreferrer"
                    className={buttonStyle()}
                  >
                    Write as a customer
                  </a>
                ),
              },
            ]}
          />
        )}
        {items.length > 0 && <Attention items={items} />}
        <NextMeetings
          slug={slug}
          meetings={[...meetings.live, ...meetings.meetings].slice(0, 3)}
          timeZone={organization?.timeZone ?? "UTC"}
        />
        <DayCounts channels={channelDays(home, counts)} allHref={`${home}/events?range=24h`} />
      </div>
    </>
  );
}
