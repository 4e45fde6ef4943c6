import { RotateCcw } from "lucide-react";
import type { Metadata, Route } from "next";
import { EventsTabs } from "#components/events/events-tabs.tsx";
import { ReplayList } from "#components/events/replay-list.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { listReplays } from "#lib/webhooks/list-replays.ts";
import { storedSelectionWords } from "./selection-words.ts";

export const metadata: Metadata = { title: "Replays" };

export default async function ReplaysPage({ params, searchParams }: PageProps<"/o/[slug]/events/replays">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const { before } = await searchParams;
  const [{ replays, older }, accounts] = await Promise.all([
    listReplays(member, before),
    listConnections(member),
  ]);

  const here = `/o/${slug}/events/replays`;
  const isAdmin = hasRole(member, "admin");
  const rows = replays.map((replay) => ({
    ...replay,
    href: `${here}/${replay.id}`,
    selection: storedSelectionWords(slug, replay.selection, accounts),
  }));

  return (
    <>
      <LiveRefresh slug={slug} topics={["replays"]} />
      <PageHeader title="Replays" description="Events that were run again, and what came of it." />
      <EventsTabs slug={slug} current="replays" isAdmin={isAdmin} />
      {rows.length > 0 ? (
        <ReplayList replays={rows} />
      ) : (
        <EmptyState
          icon={RotateCcw}
          title={before ? "No older replays" : "No replays yet"}
          action={
            <ButtonLink href={`/o/${slug}/events?status=dead` as Route}>Show events that failed</ButtonLink>
          }
        >
          When events failed and the reason is mended, {isAdmin ? "" : "an owner or an admin can "}choose them
          in the log and run them again. What comes of it stays here.
        </EmptyState>
      )}
      <nav aria-label="Pages of replays" className="mt-3 flex justify-between gap-2">
        {before ? <ButtonLink href={here as Route}>Newest</ButtonLink> : <span />}
        {older && <ButtonLink href={`${here}?before=${older}` as Route}>Older</ButtonLink>}
      </nav>
    </>
  );
}
