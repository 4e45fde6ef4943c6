import { Cable } from "lucide-react";
import type { Metadata } from "next";
import { ConnectCards } from "#components/connections/connect-cards.tsx";
import { ConnectedSection } from "#components/connections/connected-section.tsx";
import { ConnectionTable } from "#components/connections/connection-table.tsx";
import { DisconnectedList } from "#components/connections/disconnected-list.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnectable } from "#lib/connections/connectable.ts";
import { describeForm } from "#lib/connections/describe-form.ts";
import { notices } from "#lib/connections/notices.ts";
import { listConnections, listDisconnected } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { healthLinks, parseHealth, whyEmpty } from "./health-filter.ts";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({ params, searchParams }: PageProps<"/o/[slug]/connections">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const [live, disconnected] = await Promise.all([listConnections(member), listDisconnected(member)]);
  const { notice, health } = await searchParams;
  const warning = Object.entries(notices).find(([code]) => code === notice)?.[1];
  const refusal = hasRole(member, "admin") ? undefined : "Only owners and admins can connect accounts.";

  const here = `/o/${slug}/connections`;
  const chosen = parseHealth(health);
  const wantsDisconnected = chosen === "disconnected";
  const shown = chosen ? live.filter(({ status }) => status === chosen) : live;
  const isEmpty = wantsDisconnected ? disconnected.length === 0 : shown.length === 0;
  const isNew = live.length + disconnected.length === 0;
  const connectable = listConnectable().map((provider) => ({
    ...provider,
    asksFor: describeForm(provider.id)?.fields.map(({ label }) => label) ?? provider.asksFor,
  }));
  const former = (
    <DisconnectedList
      slug={slug}
      connections={disconnected}
      kindOf={(id) => connectable.find((provider) => provider.id === id)?.kind ?? "dialog"}
      refusal={refusal}
      open={wantsDisconnected}
    />
  );

  return (
    <>
      <PageHeader title="Connections" description="The accounts whose messages and events arrive here." />
      <LiveRefresh slug={slug} topics={["connections"]} />
      {warning && (
        <Notice tone="bad" className="mb-4 max-w-2xl">
          {warning}
        </Notice>
      )}
      {isNew ? (
        <Card>
          <EmptyState icon={Cable} title="Nothing is connected yet">
            Connect the accounts your customers write to. Their messages and events then arrive here within a
            second.
          </EmptyState>
        </Card>
      ) : (
        <ConnectedSection
          links={healthLinks(here, { live, disconnected: disconnected.length, chosen })}
          allHref={here}
          empty={
            isEmpty ? { ...(chosen ? whyEmpty(chosen, live) : noneLeft), narrowed: !!chosen } : undefined
          }
        >
          {wantsDisconnected ? former : <ConnectionTable slug={slug} connections={shown} />}
        </ConnectedSection>
      )}
      <section aria-labelledby="connectable" className="mt-8 grid gap-3">
        <h2 id="connectable" className="font-semibold text-lg">
          {live.length > 0 ? "Connect more" : "What you can connect"}
        </h2>
        <ConnectCards slug={slug} connectable={connectable} refusal={refusal} />
      </section>
      {disconnected.length > 0 && !wantsDisconnected && <div className="mt-8">{former}</div>}
    </>
  );
}

const noneLeft = {
  title: "Nothing is connected at the moment",
  text: "No new messages arrive. Accounts you disconnected stand further down with their history: reconnect one, or connect another.",
};
