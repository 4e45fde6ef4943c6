import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { StatusBadge, type StatusTone } from "#components/ui/status-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { AccountOutcome } from "#lib/connections/attempt-outcome.ts";

const looks: Record<AccountOutcome["state"], { tone: StatusTone; word: string }> = {
  connected: { tone: "good", word: "Healthy" },
  needs_attention: { tone: "warn", word: "Needs attention" },
  kept: { tone: "idle", word: "Left as it was" },
  failed: { tone: "bad", word: "Not connected" },
};

/** What became of each chosen account. */
export function OutcomeList({ slug, accounts }: { slug: string; accounts: AccountOutcome[] }) {
  return (
    <Card aria-label="Result" className="max-w-2xl">
      <ul className="divide-y divide-line">
        {accounts.map(({ externalId, displayName, state, sentence, connectionId }) => (
          <li key={externalId} className="grid gap-1 px-4 py-3 sm:px-5">
            <div className="flex flex-wrap items-center justify-between gap-2">
              {connectionId ? (
                <TextLink href={`/o/${slug}/connections/${connectionId}` as Route}>{displayName}</TextLink>
              ) : (
                <span className="font-medium">{displayName}</span>
              )}
              <StatusBadge tone={looks[state].tone}>{looks[state].word}</StatusBadge>
            </div>
            <p className="text-sm">{sentence}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
