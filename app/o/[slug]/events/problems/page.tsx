import type { Metadata } from "next";
import { z } from "zod";
import { EventsTabs } from "#components/events/events-tabs.tsx";
import { NoProblems } from "#components/events/no-problems.tsx";
import { ProblemCard } from "#components/events/problem-card.tsx";
import { problemStatusWords } from "#components/events/problem-status.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ChoiceLinks } from "#components/ui/choice-links.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { findProblem, listProblems, problemStatuses } from "#lib/webhooks/problems.ts";
import { changeProblemFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Problems" };

const Query = z.object({
  status: z.enum(problemStatuses).optional().catch(undefined),
  /** One of them, as the events it is of link to it. */
  problem: z.uuid().optional().catch(undefined),
});

export default async function ProblemsPage({ params, searchParams }: PageProps<"/o/[slug]/events/problems">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const isAdmin = hasRole(member, "admin");
  const { problem: chosen, status = "open" } = Query.parse(await searchParams);

  const one = chosen ? await findProblem(member, chosen) : undefined;
  const problems = chosen ? (one ? [one] : []) : await listProblems(member, status);
  const here = `/o/${slug}/events`;

  return (
    <>
      <LiveRefresh slug={slug} topics={["events"]} />
      <PageHeader
        title="Problems"
        description="Events that fail for the same reason, gathered: the same channel, type and error."
      />
      <EventsTabs slug={slug} current="problems" isAdmin={isAdmin} />
      <ChoiceLinks
        label="Status"
        className="mb-4"
        links={problemStatuses.map((each) => ({
          label: problemStatusWords[each].word,
          href: `${here}/problems?status=${each}`,
          current: !chosen && each === status,
        }))}
      />
      {!isAdmin && problems.length > 0 && (
        <Notice tone="idle" className="mb-3">
          Only owners and admins can take a problem up or replay its events.
        </Notice>
      )}
      {problems.length === 0 ? (
        <NoProblems status={chosen ? null : status} eventsHref={here} />
      ) : (
        <ul className="grid gap-3">
          {problems.map((problem) => (
            <li key={problem.id}>
              <ProblemCard
                problem={{
                  ...problem,
                  label: interpreterFor(problem.provider).label(problem.eventType),
                  eventsHref: `${here}?problem=${problem.id}`,
                }}
                change={isAdmin ? changeProblemFromForm.bind(null, slug) : undefined}
                replayHref={isAdmin ? `${here}/replays/new?problem=${problem.id}` : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
