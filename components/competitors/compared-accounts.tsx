import { Count } from "#components/content/count.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";
import type { FormAction } from "#lib/forms.ts";
import { AccountName } from "./account-name.tsx";
import { BestPost } from "./best-post.tsx";
import { Followers } from "./followers.tsx";
import { leaderWords } from "./leader-words.ts";
import { PerPost } from "./per-post.tsx";
import { StopButton } from "./stop-button.tsx";

type ComparedAccountsProps = {
  platform: string;
  accounts: ComparedAccount[];
  /** Where our own posts stand, and the query that keeps the days there. */
  contentHref: string;
  query: string;
  /** Given to those who may stop watching. */
  stop?: FormAction;
};

/** One platform's accounts side by side, ours first: a table on wide screens, cards on phones. */
export function ComparedAccounts(props: ComparedAccountsProps) {
  const { platform, accounts } = props;

  return (
    <Card>
      <CardHeader title={platform} description={leaderWords(accounts)} />
      <div className="mt-3 hidden md:block">
        <WideTable {...props} />
      </div>
      <ul aria-label={`Accounts at ${platform}`} className="mt-2 divide-y divide-line md:hidden">
        {accounts.map((account) => (
          <li key={account.id} className="grid gap-3 px-4 py-3">
            <PhoneCard account={account} {...props} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WideTable({ platform, accounts, contentHref, query, stop }: ComparedAccountsProps) {
  return (
    <Table label={`Accounts at ${platform}`}>
      <TableHead>
        <TableRow>
          <ColumnHeader>Account</ColumnHeader>
          <ColumnHeader className="text-right">Followers</ColumnHeader>
          <ColumnHeader className="text-right">Posts</ColumnHeader>
          <ColumnHeader className="text-right">Likes and comments a post</ColumnHeader>
          <ColumnHeader>Best post</ColumnHeader>
          {stop && (
            <ColumnHeader>
              <span className="sr-only">Stop watching</span>
            </ColumnHeader>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {accounts.map((account) => (
          <TableRow key={account.id}>
            <TableCell className="min-w-64">
              <AccountName account={account} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-right">
              <Followers account={account} />
            </TableCell>
            <TableCell className="text-right">
              <Count value={account.posts} />
            </TableCell>
            <TableCell className="text-right">
              <PerPost account={account} />
            </TableCell>
            <TableCell className="w-full min-w-56">
              <BestPost account={account} contentHref={contentHref} query={query} />
            </TableCell>
            {stop && (
              <TableCell>
                {!account.isOurs && <StopButton competitorId={account.id} name={account.name} stop={stop} />}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function PhoneCard({
  account,
  contentHref,
  query,
  stop,
}: Omit<ComparedAccountsProps, "accounts"> & { account: ComparedAccount }) {
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <AccountName account={account} />
        {stop && !account.isOurs && <StopButton competitorId={account.id} name={account.name} stop={stop} />}
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-muted">Followers</dt>
        <dd>
          <Followers account={account} />
        </dd>
        <dt className="text-muted">Posts</dt>
        <dd className="tabular">
          <Count value={account.posts} />
        </dd>
        <dt className="text-muted">Likes and comments a post</dt>
        <dd>
          <PerPost account={account} />
        </dd>
        <dt className="text-muted">Best post</dt>
        <dd>
          <BestPost account={account} contentHref={contentHref} query={query} />
        </dd>
      </dl>
    </>
  );
}
