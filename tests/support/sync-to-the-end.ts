import type { Account, AppCredentials, ConnectProvider } from "#lib/providers/connect-contract.ts";
import type { ContentItem, DayFigure, SyncRequest, SyncStep } from "#lib/providers/synchronization.ts";

type Asked = Partial<Pick<SyncRequest, "kind" | "timeZone" | "refused" | "competitors" | "now">>;

/** Takes every step of a provider's sync, as an engine that is never disturbed would, and tells all that was found. */
export async function syncToTheEnd(
  { sync }: Pick<ConnectProvider, "sync">,
  app: AppCredentials,
  account: Account,
  asked: Asked = {},
) {
  if (!sync) throw new Error("nothing is synced there");
  const steps: SyncStep[] = [];
  let cursor: SyncStep["next"] = null;
  do {
    const answer = await sync.step(app, account, {
      kind: "first",
      timeZone: "UTC",
      now: new Date(),
      refused: [],
      competitors: [],
      ...asked,
      // As the database hands it back.
      cursor: JSON.parse(JSON.stringify(cursor)),
    });
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.sentence}`);
    steps.push(answer.value);
    cursor = answer.value.next;
  } while (cursor !== null);

  const items = new Map<string, ContentItem>();
  const figures = new Map<string, DayFigure>();
  for (const { content, figures: told } of steps) {
    for (const item of content?.items ?? []) items.set(item.externalId, item);
    for (const figure of told ?? []) figures.set(`${figure.date} ${figure.metric}`, figure);
  }
  return {
    steps,
    items,
    figures,
    refused: new Map(
      steps.flatMap((step) => step.refused ?? []).map(({ metric, sentence }) => [metric, sentence]),
    ),
    notes: new Set(steps.flatMap((step) => step.notes ?? [])),
    competitors: steps.flatMap((step) => step.competitors ?? []),
  };
}
