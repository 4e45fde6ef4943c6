import type { Answer, ProviderFault } from "../connect-contract.ts";
import { askMetrics } from "./ask-metrics.ts";
import { inTurns } from "./in-turns.ts";
import type { MetricAnswer } from "./insights.ts";
import { isMetricRefusal } from "./metric-refusal.ts";

type ItemsToAsk<Item> = {
  items: readonly Item[];
  /** What may be asked of this kind of item; the same list for the same kind. */
  metricsOf(item: Item): readonly string[];
  ask(item: Item, metrics: readonly string[]): Promise<Answer<MetricAnswer[]>>;
  /** That something must not be told is said of one item, such as a story few have seen. Left out: of all of them. */
  isDeniedSingly?: true;
};

export type ItemFigures<Item> = {
  /** What was told of each; nothing of an item that is not here. */
  told: Map<Item, MetricAnswer[]>;
  /** Metrics that were refused while others were told: by the list they stand in. */
  refused: Map<readonly string[], string[]>;
  /** Why nothing was told of some. */
  denied: ProviderFault | null;
  /** How many the platform had a problem with while it told others. */
  failed: number;
};

const atOnce = 4;

/** So few may each have something wrong with them for good; when more fail and none is told, it is the platform. */
const mostStuck = 2;

const isOfItem = ({ kind }: ProviderFault) =>
  kind === "permission_missing" || kind === "rejected" || kind === "gone";

/**
 * What the platform tells of each item. One that it tells nothing of, such as a story few have seen or a post older than the
 * business account, is no reason to ask for less of the others; neither is one it has a problem with.
 */
export async function itemInsights<Item>(to: ItemsToAsk<Item>): Promise<Answer<ItemFigures<Item>>> {
  const found: ItemFigures<Item> = { told: new Map(), refused: new Map(), denied: null, failed: 0 };
  const proven = new Map<readonly string[], readonly string[]>();
  const stuck: { item: Item; fault: ProviderFault }[] = [];

  async function askAbout(item: Item): Promise<ProviderFault | null> {
    const metrics = to.metricsOf(item);
    const known = proven.get(metrics);
    const answer = await (known ? asItIs(item, known) : askMetrics(metrics, (some) => to.ask(item, some)));
    if (!answer.ok) return answer.error;

    const { found: told, refused } = answer.value;
    if (!known && refused.length < metrics.length) {
      proven.set(
        metrics,
        metrics.filter((metric) => !refused.includes(metric)),
      );
      if (refused.length > 0) found.refused.set(metrics, refused);
    }
    found.told.set(item, told);
    return null;
  }

  // What these metrics are worth is known from others, so here it is the item.
  async function asItIs(item: Item, metrics: readonly string[]) {
    const answer = await to.ask(item, metrics);
    if (!answer.ok) return isMetricRefusal(answer.error) ? nothing : answer;
    return { ok: true as const, value: { found: answer.value, refused: [] } };
  }

  async function settle(item: Item): Promise<ProviderFault | null> {
    if (found.denied?.kind === "permission_missing" && !to.isDeniedSingly) return null;
    const fault = await askAbout(item);
    if (!fault) return null;
    if (isOfItem(fault)) found.denied = fault;
    else if (fault.kind === "temporary") stuck.push({ item, fault });
    else return fault;
    return null;
  }

  const { firsts, rest } = firstOfEach(to.items, to.metricsOf);
  for (const item of firsts) {
    const fault = await settle(item);
    if (fault) return { ok: false, error: fault };
  }
  const faults = await inTurns(rest, atOnce, settle);
  const isOutage = found.told.size === 0 && stuck.length > mostStuck;
  const fault = faults.find((each) => each !== null) ?? (isOutage ? stuck[0]?.fault : null);
  if (fault) return { ok: false, error: fault };

  found.failed = stuck.length;
  return { ok: true, value: found };
}

const nothing = { ok: true as const, value: { found: [] as MetricAnswer[], refused: [] as string[] } };

/** One of each kind is asked alone, so that what is refused is found out once. */
function firstOfEach<Item>(items: readonly Item[], metricsOf: (item: Item) => readonly string[]) {
  const kinds = new Set<readonly string[]>();
  const firsts: Item[] = [];
  const rest: Item[] = [];
  for (const item of items) {
    const metrics = metricsOf(item);
    if (metrics.length === 0) continue;
    (kinds.has(metrics) ? rest : firsts).push(item);
    kinds.add(metrics);
  }
  return { firsts, rest };
}
