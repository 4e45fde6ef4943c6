import { Badge } from "#components/ui/badge.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";

/** Whose figures stand beside it, and what keeps them from being current. */
export function AccountName({ account }: { account: ComparedAccount }) {
  const { name, handle, isOurs } = account;

  return (
    <div className="grid min-w-0 justify-items-start gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <span className="wrap-anywhere font-medium">{name}</span>
        {isOurs && <Badge tone="accent">Yours</Badge>}
      </span>
      {handle && handle !== name && <span className="break-all text-muted text-sm">@{handle}</span>}
      {!isOurs && <Reading account={account} />}
    </div>
  );
}

function Reading({ account: { error, lastSyncedAt, through, canBeRead } }: { account: ComparedAccount }) {
  if (!canBeRead) {
    return (
      <>
        <StatusBadge tone="bad">Not read any more</StatusBadge>
        <span className="max-w-sm text-sm">
          It was read through {through}, which is no longer connected. Connect that again, or stop watching
          and add the account anew.
        </span>
      </>
    );
  }
  return (
    <>
      {error && (
        <>
          <StatusBadge tone="warn">Could not be read</StatusBadge>
          <span className="max-w-sm text-sm">{error}</span>
        </>
      )}
      <span className="text-muted text-sm">
        {lastSyncedAt ? (
          <>
            Public figures, read <Time value={lastSyncedAt} />
          </>
        ) : (
          !error && `Not read yet: it is read through ${through} soon.`
        )}
      </span>
    </>
  );
}
