import { FrequencyForm } from "#components/connections/frequency-form.tsx";
import { SyncCard } from "#components/connections/sync-card.tsx";
import type { ConnectionDetail } from "#lib/connections/queries.ts";
import type { ConnectionSync } from "#lib/sync/find-sync.ts";
import { frequencyWords } from "#lib/sync/frequency-words.ts";
import { frequencies } from "#lib/sync/input.ts";
import { changeFrequencyFromForm } from "./sync-actions.ts";

type SyncSectionProps = {
  slug: string;
  connection: ConnectionDetail;
  sync: ConnectionSync;
  isAdmin: boolean;
};

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What is read of this account, and when. */
export function SyncSection({ slug, connection, sync, isAdmin }: SyncSectionProps) {
  const isLive = connection.status !== "disconnected";
  const minutes: number[] = [...frequencies];
  if (!minutes.includes(sync.frequencyMinutes)) minutes.push(sync.frequencyMinutes);

  return (
    <SyncCard
      sync={sync}
      isDue={isLive && connection.status !== "broken"}
      frequency={
        isLive && isAdmin ? (
          <FrequencyForm
            connectionId={connection.id}
            current={sync.frequencyMinutes}
            choices={minutes
              .toSorted((one, other) => one - other)
              .map((each) => ({ minutes: each, label: sentence(frequencyWords(each)) }))}
            change={changeFrequencyFromForm.bind(null, slug)}
          />
        ) : (
          isLive && (
            <p className="text-muted text-sm">It is synced {frequencyWords(sync.frequencyMinutes)}.</p>
          )
        )
      }
    />
  );
}
