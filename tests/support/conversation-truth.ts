import { sql } from "./database.ts";

type Message = { kind: "received" | "sent"; contact: string; at: Date };
type Truth = {
  days: { date: string; received: number; sent: number; started: number }[];
  answered: number;
  unanswered: number;
  medianSeconds: number;
  p90Seconds: number;
};

const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Opening hours from nine to six on every day. */
export const nineToSix = Object.fromEntries(
  everyDay.map((day) => [day, [{ opens: "09:00", closes: "18:00" }]]),
);

/** Without chance, and yet at all times of the day: five customers over five days. */
export function fiveDaysOfTalk(start: number): Message[] {
  return Array.from({ length: 240 }, (_, index) => ({
    kind: index % 3 === 2 ? ("sent" as const) : ("received" as const),
    contact: `customer ${(index * 7) % 5}`,
    at: new Date(start + index * 29 * 60_000 + ((index * 911) % 13) * 1000),
  }));
}

/**
 * What figures of these messages, none at the moment of another, have to be, by plain SQL over them: their days in this zone,
 * the first of them at most a day before `first`, and answers within nine to six.
 */
export async function conversationTruth(
  messages: Message[],
  timeZone: string,
  first: string,
): Promise<Truth> {
  const [truth] = await sql<Truth[]>`
    with m as (
      select kind, contact, at, (at at time zone ${timeZone})::date as day,
        lag(at) over w as last_at, lag(kind) over w as last_kind
      from jsonb_to_recordset(${sql.json(messages as never)}) as m (kind text, contact text, at timestamptz)
      window w as (partition by contact order by at)),
    asked as (
      select contact, at as asked_at, (select min(s.at) from m s where s.kind = 'sent' and s.contact = m.contact and s.at >= m.at) as answered_at
      from m where kind = 'received' and last_kind is distinct from 'received'),
    waits as (
      select *, (
        select floor(coalesce(sum(extract(epoch from
          greatest(least(answered_at, (d::date + time '18:00') at time zone ${timeZone})
            - greatest(asked_at, (d::date + time '09:00') at time zone ${timeZone}), interval '0'))), 0))
        from generate_series(${first}::date - 1, ${first}::date + 8, interval '1 day') d) as open_seconds
      from asked)
    select
      (select jsonb_agg(d order by d->>'date') from (
        select jsonb_build_object('date', day, 'received', count(*) filter (where kind = 'received'),
          'sent', count(*) filter (where kind = 'sent'),
          'started', count(*) filter (where kind = 'received' and (last_at is null or at - last_at > interval '24 hours'))) as d
        from m group by day) days) as days,
      count(answered_at)::int as answered, count(*) filter (where answered_at is null)::int as unanswered,
      percentile_cont(0.5) within group (order by open_seconds) filter (where answered_at is not null) as "medianSeconds",
      percentile_cont(0.9) within group (order by open_seconds) filter (where answered_at is not null) as "p90Seconds"
    from waits`;
  if (!truth) throw new Error("there are no messages");
  return truth;
}
