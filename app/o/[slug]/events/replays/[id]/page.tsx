import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ReplayCancelButton } from "#components/events/replay-cancel-button.tsx";
import { ReplayProgress } from "#components/events/replay-progress.tsx";
import { ReplaySelection } from "#components/events/replay-selection.tsx";
import { ReplayStatus } from "#components/events/replay-status.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { findReplay } from "#lib/webhooks/find-replay.ts";
import type { Replay } from "#lib/webhooks/read-replays.ts";
import { replayFigures } from "#lib/webhooks/replay-figures.ts";
import { ReplaySelection as Selection } from "#lib/webhooks/replay-selection.ts";
import { cancelFromForm } from "../actions.ts";
import { storedSelectionWords } from "../selection-words.ts";

export const metadata: Metadata = { title: "Replay" };

export default async function ReplayPage({ params }: PageProps<"/o/[slug]/events/replays/[id]">) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const [found, accounts] = await Promise.all([findReplay(member, id), listConnections(member)]);
  const replay = found ?? notFound();

  const { data: selection } = Selection.safeParse(replay.selection);
  const isAtLeast = selection !== undefined && "query" in selection && selection.atLeast === true;
  const eventsOf = (more = "") => `/o/${slug}/events?replay=${id}${more}` as Route;

  return (
    <>
      <LiveRefresh slug={slug} topics={["replays"]} />
      <PageHeader
        title="Replay"
        parent={{ href: `/o/${slug}/events/replays` as Route, label: "Replays" }}
        badge={
          <span role="status">
            <ReplayStatus {...replay} />
          </span>
        }
        description={<WhoAndWhen replay={replay} />}
        actions={
          <>
            {replay.started > 0 && <ButtonLink href={eventsOf()}>See its events</ButtonLink>}
            {replay.status === "running" && (
              <Cancel isAdmin={hasRole(member, "admin")} cancel={cancelFromForm.bind(null, slug, id)} />
            )}
          </>
        }
      />
      <Card>
        <CardHeader
          title="Events"
          description={
            <>
              <ReplaySelection selection={storedSelectionWords(slug, replay.selection, accounts)} />
              {replay.includesProcessed && " What had succeeded runs again, too."}
            </>
          }
        />
        <CardBody className="grid gap-4">
          <ReplayProgress replay={replay} figures={replayFigures(replay)} isAtLeast={isAtLeast} />
          {replay.failed > 0 && (
            <p className="text-muted">
              What failed is tried again by itself as long as it has tries left.{" "}
              <ButtonLink size="small" href={eventsOf("&status=dead")}>
                See what is dead
              </ButtonLink>
            </p>
          )}
        </CardBody>
      </Card>
    </>
  );
}

function WhoAndWhen({ replay }: { replay: Replay }) {
  const { requestedBy, requestedAt, status, cancelledBy, finishedAt } = replay;
  return (
    <>
      Started by {requestedBy ?? "a former member"}, <Time value={requestedAt} />.
      {status === "cancelled" && finishedAt && (
        <>
          {" "}
          Cancelled by {cancelledBy ?? "a former member"}, <Time value={finishedAt} />.
        </>
      )}
    </>
  );
}

function Cancel({ isAdmin, cancel }: { isAdmin: boolean; cancel: () => ReturnType<typeof cancelFromForm> }) {
  if (isAdmin) return <ReplayCancelButton cancel={cancel} />;
  return (
    <Button variant="danger" disabled title="Only owners and admins can cancel a replay.">
      Cancel
    </Button>
  );
}
