import { z } from "zod";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { type AnalyticsRange, customRange, namedRange, type RangeName, rangeDays } from "./range.ts";

/** Which days and accounts the pages of Analytics show: what stands in their address. */
export type AnalyticsFilter = {
  range: AnalyticsRange;
  /** One platform's accounts, or one account; neither: all of them. */
  channel?: ProviderId;
  connection?: string;
};

export const usualRange: RangeName = "28d";

const fields = {
  range: z.enum(Object.keys(rangeDays) as [RangeName, ...RangeName[]]),
  channel: z.custom<ProviderId>((value) => typeof value === "string" && findProvider(value) !== null),
  connection: z.uuid().toLowerCase(),
};

type Query = Record<string, string | string[] | undefined>;

/**
 * Reads a filter from an address; `today` is the organization's. What cannot be read is left out and named. Days that are
 * still to come are left out too: whoever asks for this month means what there is of it.
 */
export function parseAnalyticsFilter(query: Query, today: string) {
  const ignored: string[] = [];
  const read = <Name extends keyof typeof fields>(name: Name): z.infer<(typeof fields)[Name]> | undefined => {
    if (!query[name]) return undefined;
    const parsed = fields[name].safeParse(query[name]);
    if (!parsed.success) ignored.push(name);
    // Each value was parsed by the field of its name.
    return parsed.data as z.infer<(typeof fields)[Name]> | undefined;
  };

  const named = namedRange(read("range") ?? usualRange, today);
  const [channel, connection] = [read("channel"), read("connection")];
  const custom = readCustom(query, today);
  if (custom === null) ignored.push("from", "to");

  const filter: AnalyticsFilter = { range: custom ?? named };
  if (connection) filter.connection = connection;
  else if (channel) filter.channel = channel;
  return { filter, ignored };
}

/** Nothing when none is asked for, null when it cannot be. */
function readCustom({ from, to }: Query, today: string): AnalyticsRange | null | undefined {
  if (!from && !to) return undefined;
  if (typeof from !== "string") return null;
  const end = typeof to === "string" && to !== "" ? to : today;
  return customRange(from, end > today && from <= today ? today : end);
}

/** The filter as a query, with its question mark; empty for the usual days of all accounts. */
export function analyticsQuery({ range, channel, connection }: AnalyticsFilter): string {
  const pairs: [string, string][] = [];
  if (range.name === "custom") pairs.push(["from", range.from], ["to", range.to]);
  else if (range.name !== usualRange) pairs.push(["range", range.name]);
  if (connection) pairs.push(["connection", connection]);
  else if (channel) pairs.push(["channel", channel]);
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** The accounts a filter chooses; nothing when it chooses all. */
export function chosenAccounts(
  { channel, connection }: AnalyticsFilter,
  accounts: readonly { id: string; provider: ProviderId }[],
): string[] | undefined {
  if (connection) return [connection];
  return channel && accounts.filter(({ provider }) => provider === channel).map(({ id }) => id);
}
