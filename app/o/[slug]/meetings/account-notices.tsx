import type { Route } from "next";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

type AccountNoticesProps = { slug: string; platform: string; accounts: ConnectionSummary[] };

/** How current the list is, and which account it cannot be current for. */
export function AccountNotices({ slug, platform, accounts }: AccountNoticesProps) {
  const broken = accounts.filter(({ status }) => status === "broken");
  const [oldest] = accounts
    .flatMap(({ lastSyncedAt }) => (lastSyncedAt ? [lastSyncedAt] : []))
    .toSorted((one, other) => one.getTime() - other.getTime());

  return (
    <>
      {broken.map(({ id, displayName, statusReason, statusSince }) => (
        <Notice key={id} tone="bad" className="mb-4">
          What happened in {displayName}'s meetings since <Time value={statusSince} /> is missing here.{" "}
          {statusReason}{" "}
          <TextLink href={`/o/${slug}/connections/${id}` as Route}>See the connection</TextLink>
        </Notice>
      ))}
      {oldest && (
        <p className="-mt-2 mb-4 text-muted text-sm">
          Read from {platform} <Time value={oldest} />, and kept current by what {platform} tells in between.
        </p>
      )}
    </>
  );
}
