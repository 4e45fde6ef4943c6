import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ConnectionActions } from "#components/connections/connection-actions.tsx";
import { ConnectionButton } from "#components/connections/connection-button.tsx";
import { ConnectionFacts } from "#components/connections/connection-facts.tsx";
import { ConnectionStatus } from "#components/connections/connection-status.tsx";
import { ConnectionTrail } from "#components/connections/connection-trail.tsx";
import { HealthChecklist } from "#components/connections/health-checklist.tsx";
import { HealthStrip } from "#components/connections/health-strip.tsx";
import { PauseNotice } from "#components/connections/pause-notice.tsx";
import { RecentEvents } from "#components/connections/recent-events.tsx";
import { ReconnectControl } from "#components/connections/reconnect-control.tsx";
import { StatusNotice } from "#components/connections/status-notice.tsx";
import { WebhookCard } from "#components/connections/webhook-card.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { describeAudit } from "#lib/audit/describe.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { healthHistory } from "#lib/connections/health-history.ts";
import { pastedAddresses } from "#lib/connections/pasted-addresses.ts";
import { findConnection, findLatestCheck, listConnectionTrail } from "#lib/connections/queries.ts";
import { listRecentEvents } from "#lib/connections/recent-events.ts";
import { env } from "#lib/env.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findProvider, providerName } from "#lib/providers/registry.ts";
import { findSync } from "#lib/sync/find-sync.ts";
import { checkFromForm, disconnectFromForm, repairFromForm } from "../actions.ts";
import { AppTrouble } from "./app-trouble.tsx";
import { syncFromForm } from "./sync-actions.ts";
import { SyncSection } from "./sync-section.tsx";
import { whatMends } from "./what-mends.ts";
import { whyNoEvents } from "./why-no-events.ts";
import { whyNoSync } from "./why-no-sync.ts";

type Props = PageProps<"/o/[slug]/connections/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, id } = await params;
  const connection = await findConnection(await requireMember(slug), id);
  return { title: connection?.displayName ?? "Not found" };
}

export default async function ConnectionPage({ params }: Props) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const connection = (await findConnection(member, id)) ?? notFound();
  const [check, days, events, trail, sync] = await Promise.all([
    findLatestCheck(member, id),
    healthHistory(member, id),
    listRecentEvents(member, id),
    listConnectionTrail(member, id),
    findSync(member, id),
  ]);

  const isAdmin = hasRole(member, "admin");
  const isLive = connection.status !== "disconnected";
  const known = findProvider(connection.provider);
  const provider = {
    name: providerName(connection.provider),
    kind: known?.connect.kind ?? ("dialog" as const),
  };
  const mends = whatMends(connection, check);
  const isSubscribed =
    check?.lines.some(({ id, verdict }) => id === "webhook" && verdict === "good") ?? false;
  const eventsHref = `/o/${slug}/events`;

  const repair = (
    <ConnectionButton
      connectionId={id}
      label="Send events here"
      pendingLabel="Setting up"
      size="small"
      refusal={isAdmin ? undefined : "Only owners and admins can change this."}
      action={repairFromForm.bind(null, slug)}
    />
  );
  const reconnect = (
    <ReconnectControl
      slug={slug}
      connection={connection}
      kind={provider.kind}
      isAdmin={isAdmin}
      variant="primary"
    />
  );

  return (
    <>
      <LiveRefresh slug={slug} topics={["connections", "events", "syncs"]} />
      <PageHeader
        title={connection.displayName}
        parent={{ href: `/o/${slug}/connections` as Route, label: "Connections" }}
        mark={<ProviderMark provider={connection.provider} labelled />}
        badge={<ConnectionStatus status={connection.status} />}
        actions={
          <ConnectionActions
            slug={slug}
            connection={connection}
            provider={provider}
            isAdmin={isAdmin}
            offersReconnect={mends !== "reconnect"}
            check={checkFromForm.bind(null, slug)}
            disconnect={disconnectFromForm.bind(null, slug)}
            sync={
              sync && (
                <ConnectionButton
                  connectionId={id}
                  label="Sync now"
                  pendingLabel="Asking"
                  refusal={whyNoSync(connection, sync, isAdmin)}
                  action={syncFromForm.bind(null, slug)}
                />
              )
            }
          />
        }
      />
      {!isAdmin && (
        <p className="-mt-3 mb-4 text-muted text-sm">
          Only owners and admins can check, sync, reconnect or disconnect.
        </p>
      )}
      <StatusNotice connection={connection} mend={mends && { repair, reconnect }[mends]} />
      {(connection.status === "broken" || connection.status === "needs_attention") && (
        <Suspense fallback={null}>
          <AppTrouble provider={{ id: connection.provider, name: provider.name }} />
        </Suspense>
      )}
      <PauseNotice until={isLive ? connection.pausedUntil : null} providerName={provider.name} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {isLive && (
            <HealthChecklist
              check={check}
              isBroken={connection.status === "broken"}
              lastEventAt={connection.lastEventAt}
              sync={
                sync
                  ? {
                      lastSyncedAt: connection.lastSyncedAt,
                      error: sync.runs.find(({ status }) => status !== "running")?.error ?? null,
                    }
                  : null
              }
              // Once is enough: where the notice above holds it, the line below does without.
              repair={mends === "repair" ? null : repair}
            />
          )}
          <HealthStrip days={days} />
          {sync && <SyncSection slug={slug} connection={connection} sync={sync} isAdmin={isAdmin} />}
          <ConnectionFacts connection={connection} providerName={provider.name} />
        </div>
        <div className="grid gap-4">
          {isLive && (
            <WebhookCard
              addresses={known && !isSubscribed ? pastedAddresses(known) : []}
              providerName={provider.name}
              lastEventAt={connection.lastEventAt}
              customerUrl={env.PROVIDER_SANDBOX_URL && `${env.PROVIDER_SANDBOX_URL}/customer`}
            />
          )}
          <RecentEvents
            events={events}
            eventsHref={eventsHref}
            allHref={`${eventsHref}?channel=${connection.provider}`}
            whyEmpty={whyNoEvents(connection, check)}
          />
          {trail.length > 0 && (
            <ConnectionTrail
              entries={trail.map(({ id, action, actor, at }) => ({
                id,
                actor,
                at,
                sentence: describeAudit({ action, metadata: {}, targetName: "it" }),
              }))}
            />
          )}
        </div>
      </div>
    </>
  );
}
