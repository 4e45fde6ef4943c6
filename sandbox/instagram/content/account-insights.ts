import { type ContentState, isRefused } from "../../content/content-of.ts";
import { dayAt, dayMs, startOfDay } from "../../content/days.ts";
import { isTiny, type Measured } from "../../content/followers.ts";
import { countedUntil } from "../../content/published.ts";
import { pacific, readMoment } from "../../content/read-moment.ts";
import type { Call } from "../../facebook/call.ts";
import { GraphError } from "../../facebook/graph-error.ts";
import { graphTime } from "../../facebook/graph-time.ts";
import { readList } from "../../facebook/read-list.ts";
import {
  type AccountMetric,
  accountMetrics,
  figureBetween,
  followMetric,
  gained,
  lost,
  partsOf,
} from "./account-metrics.ts";

type Window = { since: number; until: number };
const known = [...Object.keys(accountMetrics), followMetric];
const ofFollows: AccountMetric = { ...gained, breakdowns: { follow_type: ["FOLLOWER", "NON_FOLLOWER"] } };

/** GET /{account}/insights: what is 0 is not told, and one metric that does not fit fails it all. */
export function accountInsights(state: ContentState, call: Call, account: Measured, now: number) {
  const { params } = call;
  const names = readList(params.metric);
  const isSeries = params.metric_type !== "total_value";
  const until = readMoment(params.until) ?? now;
  const window: Window = { since: readMoment(params.since) ?? until - dayMs, until };
  refuseMisfits(state, account, params, names, window);

  const data = names.flatMap((name): object[] => {
    const id = `${account.id}/insights/${name}/day`;
    const title = name.replaceAll("_", " ");
    const entry = { name, period: "day", title, description: `The number of ${title}.`, id };
    if (name === followMetric) {
      const told = isTiny(state, account) ? null : follows(state, account, params.breakdown, window, now);
      return told ? [{ ...entry, total_value: told }] : [];
    }
    const metric = accountMetrics[name];
    if (!metric) return [];
    if (isSeries) {
      const values = series(state, account, metric, window, now);
      return values.length > 0 ? [{ ...entry, values }] : [];
    }
    const value = figureBetween(state, account, metric, window, now);
    return value > 0
      ? [{ ...entry, total_value: { value, ...inParts(account, metric, params.breakdown, value) } }]
      : [];
  });
  return { data };
}

function refuseMisfits(
  state: ContentState,
  account: Measured,
  { period, metric_type: type, breakdown }: Call["params"],
  names: string[],
  { since, until }: Window,
) {
  if (names.length === 0) throw new GraphError(100, "(#100) The parameter metric is required");
  const unknown = names.findIndex((name) => !known.includes(name) || isRefused(state, account.id, name));
  if (unknown >= 0) {
    throw new GraphError(
      100,
      `(#100) metric[${unknown}] must be one of the following values: ${known.join(", ")}`,
    );
  }
  if (period !== "day") {
    throw new GraphError(
      100,
      `(#100) Incompatible period (${period ?? "none"}) for metrics (${names.join(", ")})`,
    );
  }
  const notInTotal = names.filter((name) => type !== "total_value" && !accountMetrics[name]?.timeSeries);
  if (notInTotal.length > 0) {
    const metrics = notInTotal.join(", ");
    throw new GraphError(
      100,
      `(#100) The following metrics (${metrics}) should be specified with parameter metric_type=total_value`,
    );
  }
  if (Math.round((until - since) / dayMs) > 30) {
    throw new GraphError(100, "(#100) There cannot be more than 30 days (2592000 s) between since and until");
  }
  const fits = (name: string) => breakdown && (accountMetrics[name] ?? ofFollows).breakdowns[breakdown];
  if (breakdown && !names.every(fits)) {
    throw new GraphError(1, "An unknown error has occurred.", { status: 500 });
  }
}

function series(
  state: ContentState,
  account: Measured,
  metric: AccountMetric,
  { since, until }: Window,
  now: number,
) {
  const values = [];
  const last = Math.min(until, countedUntil(now));
  for (let day = dayAt(since, pacific); startOfDay(day + 1, pacific) <= last; day += 1) {
    const window = { since: startOfDay(day, pacific), until: startOfDay(day + 1, pacific) };
    const value = figureBetween(state, account, metric, window, now);
    if (value > 0) values.push({ value, end_time: graphTime(window.until) });
  }
  return values;
}

/** Who came and who went is only told apart by the breakdown; without it nothing is. */
function follows(
  state: ContentState,
  account: Measured,
  breakdown: string | undefined,
  window: Window,
  now: number,
) {
  if (!breakdown) return null;
  const came = figureBetween(state, account, gained, window, now);
  const went = figureBetween(state, account, lost, window, now);
  const parts: [string, number][] = [
    ["FOLLOWER", came],
    ["NON_FOLLOWER", went],
  ];
  return came + went > 0 ? breakdowns(breakdown, parts) : null;
}

function inParts({ id }: Measured, metric: AccountMetric, breakdown: string | undefined, value: number) {
  const names = breakdown ? metric.breakdowns[breakdown] : undefined;
  return breakdown && names ? breakdowns(breakdown, partsOf(id, names, value)) : {};
}

function breakdowns(key: string, parts: [string, number][]) {
  const results = parts
    .filter(([, value]) => value > 0)
    .map(([name, value]) => ({ dimension_values: [name], value }));
  return { breakdowns: [{ dimension_keys: [key], results }] };
}
