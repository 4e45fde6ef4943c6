import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { CheckButton } from "#components/connections/check-button.tsx";
import { ConnectForm } from "#components/connections/connect-form.tsx";
import { ConnectionFacts } from "#components/connections/connection-facts.tsx";
import { ConnectionStatus } from "#components/connections/connection-status.tsx";
import { ConnectionTrail } from "#components/connections/connection-trail.tsx";
import { DisconnectButton } from "#components/connections/disconnect-button.tsx";
import { HealthChecklist } from "#components/connections/health-checklist.tsx";
import { RecentEvents } from "#components/connections/recent-events.tsx";
import { StatusNotice } from "#components/connections/status-notice.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { describeAudit } from "#lib/audit/describe.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { findConnection, findLatestCheck, listConnectionTrail } from "#lib/connections/queries.ts";
import { listRecentEvents } from "#lib/connections/recent-events.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { checkFromForm, disconnectFromForm } from "../actions.ts";

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
  const [check, events, trail] = await Promise.all([
    findLatestCheck(member, id),
    listRecentEvents(member, id),
    listConnectionTrail(member, id),
  ]);

  const isAdmin = hasRole(member, "admin");
  const isLive = connection.status !== "disconnected";
  const providerName = findProvider(connection.provider)?.name ?? connection.provider;
  const refusal = (what: string) => (isAdmin ? undefined : `Only owners and admins can ${what}.`);

  return (
    <>
      <LiveRefresh slug={slug} topics={["connections", "events"]} />
      <PageHeader
        title={connection.displayName}
        parent={{ href: `/o/${slug}/connections` as Route, label: "Connections" }}
        mark={<ProviderMark provider={connection.provider} labelled />}
        badge={<ConnectionStatus status={connection.status} />}
        actions={
          <>
            {isLive && (
              <CheckButton
                connectionId={id}
                refusal={refusal("check")}
                check={checkFromForm.bind(null, slug)}
              />
            )}
            <ConnectForm
              provider={connection.provider}
              slug={slug}
              reconnect={id}
              askAgain
              refusal={refusal("reconnect")}
              variant={connection.status === "broken" || !isLive ? "primary" : "secondary"}
            >
              Reconnect
            </ConnectForm>
            {isLive && (
              <DisconnectButton
                connectionId={id}
                displayName={connection.displayName}
                providerName={providerName}
                refusal={refusal("disconnect")}
                disconnect={disconnectFromForm.bind(null, slug)}
              />
            )}
          </>
        }
      />
      {!isAdmin && (
        <p className="-mt-3 mb-4 text-muted text-sm">
          Only owners and admins can check, reconnect or disconnect.
        </p>
      )}
      <StatusNotice connection={connection} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {isLive && <HealthChecklist check={check} lastEventAt={connection.lastEventAt} />}
          <ConnectionFacts connection={connection} providerName={providerName} />
        </div>
        <div className="grid gap-4">
          <RecentEvents slug={slug} events={events} />
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
