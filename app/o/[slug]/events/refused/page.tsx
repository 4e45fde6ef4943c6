import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { EventsTabs } from "#components/events/events-tabs.tsx";
import { RefusedCause } from "#components/events/refused-cause.tsx";
import { ChoiceLinks } from "#components/ui/choice-links.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NoPermission } from "#components/ui/no-permission.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { listRefused } from "#lib/webhooks/list-refused.ts";
import { parseRefusedRange, type RefusedRange, refusedRanges } from "#lib/webhooks/refused-ranges.ts";

export const metadata: Metadata = { title: "Refused requests" };

export default async function RefusedPage({ params, searchParams }: PageProps<"/o/[slug]/events/refused">) {
  const { slug } = await params;
  const member = await requireMember(slug);
  const range = parseRefusedRange((await searchParams).range);
  const refused = await listRefused(member, range);

  return (
    <>
      <PageHeader
        title="Refused requests"
        description="What came to this installation's webhook addresses and could not be taken. Nothing of it was stored but these counts and a few samples, without their bodies."
      />
      <EventsTabs slug={slug} current="refused" isAdmin={hasRole(member, "admin")} />
      {refused.ok ? (
        <Causes here={`/o/${slug}/events/refused`} range={range} refused={refused.value} />
      ) : (
        <NoPermission title="Refused requests are for owners and admins">
          They belong to no organization. Ask an owner or an admin if events you expect do not arrive.
        </NoPermission>
      )}
    </>
  );
}

type CausesProps = {
  here: string;
  range: RefusedRange;
  refused: Extract<Awaited<ReturnType<typeof listRefused>>, { ok: true }>["value"];
};

function Causes({ here, range, refused: { causes, from, barMinutes } }: CausesProps) {
  const choices = Object.entries(refusedRanges).map(([each, { word }]) => ({
    label: word,
    href: `${here}?range=${each}`,
    current: each === range,
  }));

  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">
        A request that proves nothing belongs to no one, so these are the whole installation's: the owners and
        admins of every organization here see the same.
      </p>
      <ChoiceLinks label="Time range" links={choices} />
      {causes.length === 0 && (
        <EmptyState icon={ShieldCheck} title="Nothing was refused">
          Everything that came in this time could be verified and was stored.
        </EmptyState>
      )}
      {causes.map((cause) => (
        <RefusedCause
          key={`${cause.sender} ${cause.reason}`}
          {...cause}
          from={from}
          barMinutes={barMinutes}
        />
      ))}
    </div>
  );
}
