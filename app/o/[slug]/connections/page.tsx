import { Cable } from "lucide-react";
import type { Metadata } from "next";
import { ConnectCards } from "#components/connections/connect-cards.tsx";
import { ConnectionTable } from "#components/connections/connection-table.tsx";
import { DisconnectedList } from "#components/connections/disconnected-list.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnectable } from "#lib/connections/connectable.ts";
import { notices } from "#lib/connections/notices.ts";
import { listConnections, listDisconnected } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({ params, searchParams }: PageProps<"/o/[slug]/connections">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const [connections, disconnected] = await Promise.all([listConnections(member), listDisconnected(member)]);
  const { notice } = await searchParams;
  const warning = Object.entries(notices).find(([code]) => code === notice)?.[1];
  const refusal = hasRole(member, "admin") ? undefined : "Only owners and admins can connect accounts.";

  return (
    <>
      <PageHeader title="Connections" description="The accounts whose messages and events arrive here." />
      <LiveRefresh slug={slug} topics={["connections"]} />
      {warning && (
        <Notice tone="bad" className="mb-4 max-w-2xl">
          {warning}
        </Notice>
      )}
      {connections.length > 0 ? (
        <ConnectionTable slug={slug} connections={connections} />
      ) : (
        <Card>
          <EmptyState icon={Cable} title="Nothing is connected yet">
            Connect the accounts your customers write to. Their messages and events then arrive here within a
            second.
          </EmptyState>
        </Card>
      )}
      <section aria-labelledby="connectable" className="mt-8 grid gap-3">
        <h2 id="connectable" className="font-semibold text-lg">
          {connections.length > 0 ? "Connect more" : "What you can connect"}
        </h2>
        <ConnectCards slug={slug} connectable={listConnectable()} refusal={refusal} />
      </section>
      {disconnected.length > 0 && (
        <div className="mt-8">
          <DisconnectedList slug={slug} connections={disconnected} refusal={refusal} />
        </div>
      )}
    </>
  );
}
