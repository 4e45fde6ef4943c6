import { expect } from "vitest";
import { pageMetrics } from "#lib/providers/facebook/page-metrics.ts";
import { accountMetrics, followsMetric } from "#lib/providers/instagram/account-metrics.ts";
import { syncConnection } from "#lib/sync/sync-connection.ts";
import { connectedPages } from "./a-facebook-connection.ts";
import { connectedInstagram } from "./a-meta-account.ts";
import { aZoomUser, connectedZoom } from "./a-zoom-account.ts";
import { anInstagramAccount } from "./an-instagram-account.ts";
import { anOrganization, type Organization } from "./an-organization.ts";
import { sql } from "./database.ts";
import { aFacebookPerson, control } from "./sandbox.ts";
import { meetingLines, ofInstagram, ofPage, type ToldPost, truthOf } from "./told-truth.ts";

/** The organization's: its clocks changed within the last 90 days of most of the year. */
export const timeZone = "America/New_York";
const dayMs = 24 * 60 * 60 * 1000;

/** A connected account, and what the platform knows it as. */
export type Account = {
  connectionId: string;
  externalId: string;
  platform: "facebook" | "instagram" | "zoom";
};

/** An organization with two Pages, two Instagram accounts and a Zoom account, none of them read yet. */
export async function fiveAccounts(): Promise<{ acme: Organization; accounts: Account[] }> {
  // Platforms count anew every six hours, and something is published at any minute.
  await control("clock/hold");
  const acme = await anOrganization();
  await sql`update organizations set time_zone = ${timeZone} where id = ${acme.id}`;
  const person = await aFacebookPerson(["Harbour Bakery", "Harbour Café"]);
  const { connectionIds } = await connectedPages(acme, person);
  const pages = connectionIds.map(
    (connectionId, index): Account => ({
      connectionId,
      externalId: person.pageIds[index] ?? "",
      platform: "facebook",
    }),
  );
  const grams: Account[] = [];
  for (const _ of [1, 2]) {
    const { accountId } = await anInstagramAccount();
    const connectionId = await connectedInstagram(acme.admin, accountId);
    grams.push({ connectionId, externalId: accountId, platform: "instagram" });
  }
  const { userId } = await aZoomUser({ weeks: 12 });
  const connectionId = await connectedZoom(acme.admin, userId);
  return { acme, accounts: [...pages, ...grams, { connectionId, externalId: userId, platform: "zoom" }] };
}

export const turn = ({ connectionId }: Account) => ({ connectionId, cause: "schedule" as const, attempt: 0 });

export const lastRun = async ({ connectionId }: Account) =>
  (
    await sql`select * from sync_runs where connection_id = ${connectionId} order by started_at desc, id desc limit 1`
  )[0];

/** What waits is let go on at once, as if the time had passed. */
export async function letTimePass({ connectionId }: Account) {
  await sql`update sync_runs set claimed_until = now() where connection_id = ${connectionId} and status = 'running'`;
  await sql`update connections set paused_until = null where id = ${connectionId}`;
}

/** Reads to the end, however often it has to wait; how often that was. */
export async function readToTheEnd(account: Account): Promise<number> {
  for (let waits = 0; waits < 40; waits++) {
    await syncConnection(turn(account));
    const run = await lastRun(account);
    if (run?.status !== "running") {
      expect(run).toMatchObject({ status: "done", error: null });
      return waits;
    }
    await letTimePass(account);
  }
  throw new Error("it never ended");
}

/** What is asked of each. */
const names = {
  facebook: pageMetrics.map(({ name }) => name),
  instagram: [
    ...accountMetrics.map(({ name }) => name),
    `${followsMetric.name}:FOLLOWER`,
    `${followsMetric.name}:NON_FOLLOWER`,
  ],
};

async function expectMeetings({ connectionId, externalId }: Account) {
  const rows = await sql<{ line: string }[]>`
    with held as (select * from zoom_meetings where connection_id = ${connectionId} and status = 'ended'),
    told as (select 'YYYY-MM-DD"T"HH24:MI:SS"Z"' as form)
    select concat_ws('|', 'planned', uuid, occurrence_id, topic, to_char(starts_at at time zone 'UTC', form), duration_minutes)
        as line from zoom_meetings, told where connection_id = ${connectionId} and status = 'scheduled'
    union all select concat_ws('|', 'held', uuid, topic, to_char(starts_at at time zone 'UTC', form),
        to_char(ends_at at time zone 'UTC', form)) from held, told
    union all select concat_ws('|', 'stay', uuid, name, to_char(joined_at at time zone 'UTC', form),
        to_char(left_at at time zone 'UTC', form))
      from zoom_participants join held on held.id = zoom_meeting_id, told
    union all select concat_ws('|', 'recording', uuid, file ->> 'id') from held, jsonb_array_elements(recordings) as file`;
  const lines = await meetingLines(externalId);
  expect(rows.map(({ line }) => line).sort()).toEqual(lines);
  expect(lines.length).toBeGreaterThan(30);
}

/** What is stored of it is what the platform tells, value by value. */
export async function expectTruth(account: Account) {
  const { connectionId, externalId, platform } = account;
  if (platform === "zoom") return expectMeetings(account);
  const isPage = platform === "facebook";
  const zone = isPage ? "America/Los_Angeles" : timeZone;
  const truth = await truthOf(externalId, timeZone);
  const began = (await lastRun(account))?.started_at.getTime();

  const rows = await sql`
    select platform_content_id as id, content_type as type, content_text as text, published_at as at,
      engagement_metrics as engagement, reach_metrics as reach
    from social_media_content where connection_id = ${connectionId} and removed_at is null and not is_competitor_content
    order by published_at, id`;
  const posts = truth.posts
    .map((post): ToldPost => (isPage ? ofPage(post) : ofInstagram(post)))
    .filter(({ at }) => Date.parse(at) >= began - 90 * dayMs)
    .sort((one, other) =>
      one.at === other.at ? one.id.localeCompare(other.id) : one.at.localeCompare(other.at),
    );
  expect(rows.map((row) => ({ ...row, text: written(row.text), at: row.at.toISOString() }))).toEqual(posts);
  expect(posts.length).toBeGreaterThan(30);

  const stored = await sql`
    select date::text as date, source_metric as metric, metric_value::float as value
    from social_media_analytics where connection_id = ${connectionId} and source_metric <> 'followers_count'`;
  const lines = truth.days
    .filter(({ isOver }) => isOver)
    .flatMap(({ date, metrics }) =>
      names[platform].flatMap((metric) =>
        metrics[metric] === undefined ? [] : `${date} ${metric} ${metrics[metric]}`,
      ),
    );
  const ours = stored.map(({ date, metric, value }) => `${date} ${metric} ${value}`);
  // The day on which the 90 began is cut through: it may be told or not, but only as it is.
  const oldest = new Date(began - 89 * dayMs).toLocaleDateString("sv-SE", { timeZone: zone });
  const isWhole = (line: string) => line >= oldest;
  expect(ours.filter(isWhole).sort()).toEqual(lines.filter(isWhole).sort());
  expect(ours.filter((line) => !lines.includes(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(500);

  if (!isPage) {
    const [level] = await sql`
      select metric_value::float as value from social_media_analytics
      where connection_id = ${connectionId} and source_metric = 'followers_count' order by date desc limit 1`;
    expect(level?.value).toBe(truth.followers);
  }
}

/** Of a post without words Facebook tells a line of its own. */
const written = (text: string | null) => (/ added a new \w+\.$/.test(text ?? "") ? null : text);
