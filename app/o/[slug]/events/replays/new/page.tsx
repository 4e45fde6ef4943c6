import type { Metadata, Route } from "next";
import { uuidv7 } from "uuidv7";
import { ReplayForm } from "#components/events/replay-form.tsx";
import { ReplayPlan } from "#components/events/replay-plan.tsx";
import { ReplaySelection } from "#components/events/replay-selection.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { NoPermission } from "#components/ui/no-permission.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnections } from "#lib/connections/queries.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { replayPlan } from "#lib/webhooks/replay-plan.ts";
import {
  parseReplaySelection,
  replaySelectionQuery,
  type ReplaySelection as Selection,
} from "#lib/webhooks/replay-selection.ts";
import { startFromForm } from "../actions.ts";
import { selectionWords } from "../selection-words.ts";

export const metadata: Metadata = { title: "Replay events" };

export default async function NewReplayPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/events/replays/new">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const selection = parseReplaySelection(await searchParams);

  return (
    <>
      <PageHeader
        title="Replay events"
        parent={{ href: `/o/${slug}/events/replays` as Route, label: "Replays" }}
      />
      {!hasRole(member, "admin") ? (
        <NoPermission title="Only owners and admins can replay events">
          Ask one of them to run these events again. What came of earlier replays is open to you.
        </NoPermission>
      ) : selection ? (
        <DryRun member={member} selection={selection} />
      ) : (
        <Notice
          tone="warn"
          title="What was chosen cannot be read"
          actions={<ButtonLink href={`/o/${slug}/events` as Route}>Back to the event log</ButtonLink>}
        >
          Part of this address is not as the log writes it. Leaving it out could run more events than you
          meant, so nothing is offered. Choose the events again.
        </Notice>
      )}
    </>
  );
}

async function DryRun({ member, selection }: { member: Member; selection: Selection }) {
  const slug = member.organizationSlug;
  const [plan, accounts] = await Promise.all([replayPlan(member, selection), listConnections(member)]);
  const { run, succeeded } = plan.counts;

  return (
    <Card className="max-w-2xl">
      <CardHeader
        title="What would happen"
        description={<ReplaySelection selection={selectionWords(slug, selection, accounts)} />}
      />
      <CardBody className="grid gap-4">
        <ReplayPlan plan={plan} />
        {run + succeeded > 0 && (
          <p className="text-muted text-sm">
            They run in the order they came, at most 2,000 at a time, so that new events do not wait. You can
            cancel at any time.
          </p>
        )}
      </CardBody>
      {run + succeeded > 0 && (
        <ReplayForm
          replayId={uuidv7()}
          query={replaySelectionQuery(selection).slice(1)}
          succeeded={succeeded}
          start={startFromForm.bind(null, slug)}
        />
      )}
    </Card>
  );
}
