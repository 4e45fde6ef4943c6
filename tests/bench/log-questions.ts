import { countTroubled } from "#lib/webhooks/count-events.ts";
import { countNewer } from "#lib/webhooks/count-newer.ts";
import type { EventFilter } from "#lib/webhooks/event-filter.ts";
import { eventHistogram } from "#lib/webhooks/histogram.ts";
import { listEvents } from "#lib/webhooks/list-events.ts";
import { recentEventKinds } from "#lib/webhooks/recent-event-kinds.ts";
import { idAt } from "#lib/webhooks/stretch.ts";
import type { LogOrganization } from "./log-organization.ts";

const dayMs = 86_400_000;

type Ask = (round: number) => Promise<{ found: number; lookedTo?: unknown }>;

/** Lists are asked for half of the time from the top, half from anywhere below: the same places in each run. */
export function inPlace(filter: EventFilter, round: number): EventFilter {
  const before = idAt(new Date(Date.now() - ((round * 0.618) % 1) * 30 * dayMs));
  return round % 2 === 0 ? filter : { ...filter, before };
}

export function logQuestions(organization: LogOrganization): [string, Ask][] {
  const { member } = organization;
  const lists = Object.entries(logFilters(organization)).map(([name, filter]): [string, Ask] => [
    name,
    async (round) => {
      const page = await listEvents(member, inPlace(filter, round));
      return { found: page.events.length, lookedTo: page.lookedTo };
    },
  ]);
  const hourAgo = () => idAt(new Date(Date.now() - 3_600_000));
  return [
    ...lists,
    ["newer than an hour ago", async () => ({ found: await countNewer(member, {}, hourAgo()) })],
    ["newer dead ones", async () => ({ found: await countNewer(member, { status: "dead" }, hourAgo()) })],
    ["kinds", async () => ({ found: (await recentEventKinds(member)).length })],
    ["troubled", async () => ({ found: (await countTroubled(member)).dead })],
    ...(["1h", "24h", "7d", "30d"] as const).map((range): [string, Ask] => [
      `histogram ${range}`,
      async () => ({ found: (await eventHistogram(member, { range }))?.bars.length ?? 0 }),
    ]),
  ];
}

/** The same for every organization. */
export const questionNames = logQuestions({
  member: {
    userId: "",
    email: "",
    organizationId: "",
    organizationSlug: "",
    organizationName: "",
    role: "owner",
  },
  connections: {},
  problemId: "",
  replayId: "",
}).map(([name]) => name);

export function logFilters({
  connections,
  problemId,
  replayId,
}: LogOrganization): Record<string, EventFilter> {
  const zoom = connections["ana@example.com"] ?? "";
  const page = connections["Harbour Bakery"] ?? "";
  const day = { range: "24h" } as const;
  const from = new Date(Date.now() - 20 * dayMs).toISOString();
  const to = new Date(Date.now() - 19 * dayMs).toISOString();
  return {
    everything: {},
    ...Object.fromEntries(
      (["pending", "processed", "failed", "dead", "ignored"] as const).map((status) => [
        `status ${status}`,
        { status },
      ]),
    ),
    "channel facebook": { channel: "facebook" },
    "channel zoom": { channel: "zoom" },
    "connection of 30 %": { connection: page },
    "connection of 2 %": { connection: zoom },
    "type of 43 %": { type: "messages" },
    "type of 0.5 %": { type: "mentions" },
    "a day three weeks ago": { from, to },
    "last hour": { range: "1h" },
    "last week": { range: "7d" },
    "last 30 days": { range: "30d" },
    problem: { problem: problemId },
    replay: { replay: replayId },
    "processed + channel": { status: "processed", channel: "zoom" },
    "dead + channel": { status: "dead", channel: "zoom" },
    "dead + common type": { status: "dead", type: "messages" },
    "dead + rare type": { status: "dead", type: "mentions" },
    "ignored + rare type": { status: "ignored", type: "mentions" },
    "failed + connection": { status: "failed", connection: page },
    "dead + connection": { status: "dead", connection: zoom },
    "pending + type": { status: "pending", type: "mentions" },
    "processed + rare type": { status: "processed", type: "mentions" },
    "processed + connection": { status: "processed", connection: zoom },
    "channel + type": { channel: "instagram", type: "messages" },
    "channel + type, none": { channel: "zoom", type: "messages" },
    "connection + type": { connection: page, type: "feed" },
    "connection + type, none": { connection: zoom, type: "messages" },
    "dead + channel + type": { status: "dead", channel: "instagram", type: "mentions" },
    "dead + none": { status: "dead", channel: "zoom", type: "messages" },
    "problem + status": { problem: problemId, status: "dead" },
    "problem + processed": { problem: problemId, status: "processed" },
    "replay + dead": { replay: replayId, status: "dead" },
    "channel + old day": { channel: "zoom", from, to },
    "type + old day": { type: "mentions", from, to },
    "search 24h: in 20 %": { q: "hello", ...day },
    "search 24h: in 1 %": { q: "invoice", ...day },
    "search 24h: in 0.05 %": { q: "refund", ...day },
    "search 24h: in 1 of 10^6": { q: "xylophone", ...day },
    "search 24h: nothing": { q: "zebra", ...day },
    "search 24h: beginning": { q: "order17", ...day },
    "search 24h: long beginning": { q: "orde", ...day },
    "search 24h: two words": { q: "invoice table17", ...day },
    "search 24h: words + dead": { q: "hello", status: "dead", ...day },
    "search 24h: words + zoom": { q: "invoice", channel: "zoom", ...day },
    "search 24h: sender": { q: "6510000017", ...day },
    "search: in 20 %": { q: "hello" },
    "search: in 0.05 %": { q: "refund" },
    "search: in 1 of 10^6": { q: "xylophone" },
    "search: nothing": { q: "zebra" },
    "search: id": { q: "m_deadbeef" },
    "search: words + none": { q: "hello", channel: "zoom", type: "messages" },
  };
}
