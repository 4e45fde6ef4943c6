import { createHmac, randomUUID } from "node:crypto";
import { chromium } from "@playwright/test";
import postgres from "postgres";
import { demoAccount, demoOrganization } from "#drizzle/demo-account.ts";
import { findBrowser } from "#scripts/test/find-browser.ts";
import { markText, seenMarks, watchMarks } from "./visible-marks.ts";
import { withStack } from "./with-stack.ts";

// From the moment a platform begins to post until a person with the log open could read it: in a real browser, alone
// and under load. Everything shares this machine: the load, the app, the database and the browser.
const perSecond = 200;
const seconds = 20;
const markEvery = 10;
const lone = 20;
const pageId = "104000000000077";

await withStack(async ({ url, environment }) => {
  const sql = postgres(environment.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  await sql`
    insert into connections (organization_id, provider, external_id, display_name, status)
    select id, 'facebook', ${pageId}, 'Latency', 'healthy' from organizations where slug = ${demoOrganization.slug}`;
  await sql.end();

  const { PLAYWRIGHT_CHROMIUM_PATH: executablePath } = await findBrowser(console.log);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/login`);
    await page.getByLabel("E-mail").fill(demoAccount.email);
    await page.getByLabel("Password", { exact: true }).fill(demoAccount.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/o\//);
    await page.goto(`${url}/o/${demoOrganization.slug}/events`);
    await watchMarks(page);

    const post = poster(`${url}/api/webhooks/meta`, environment.META_APP_SECRET ?? "");
    const warmUp = await paced(lone, 2, 1, 0, post);
    await allSeen(page, warmUp);
    report("one by one, warming up", await latencies(page, warmUp));

    const alone = await paced(lone, 1, 1, 100, post);
    await allSeen(page, alone);
    report("one by one", await latencies(page, alone));

    const loaded = await paced(perSecond * seconds, perSecond, markEvery, 200, post);
    await allSeen(page, loaded);
    report(`at ${perSecond} events/s for ${seconds} s`, await latencies(page, loaded));
  } finally {
    await browser.close();
  }
});

type Post = (text: string) => Promise<number>;
type Posted = Map<number, { at: number; answeredMs: number }>;

/** So many posts in equal steps, whether or not the ones before are answered; every so manieth is marked. */
async function paced(
  posts: number,
  rate: number,
  marked: number,
  firstMark: number,
  post: Post,
): Promise<Posted> {
  const posted: Posted = new Map();
  const answers: Promise<unknown>[] = [];
  const started = performance.now();

  for (let number = 0; number < posts; number += 1) {
    const waitMs = started + (number * 1_000) / rate - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const mark = number % marked === 0 ? firstMark + number / marked : undefined;
    const at = performance.timeOrigin + performance.now();
    answers.push(
      post(mark === undefined ? "Are you open on Sunday?" : markText(mark)).then((status) => {
        if (status !== 200) throw new Error(`answered ${status}`);
        const answeredMs = performance.timeOrigin + performance.now() - at;
        if (mark !== undefined) posted.set(mark, { at, answeredMs });
      }),
    );
  }
  await Promise.all(answers);
  return posted;
}

function poster(url: string, secret: string): Post {
  return async (text) => {
    const now = Date.now();
    const message = { mid: `m_${randomUUID()}`, text };
    const parties = { sender: { id: "6500000000000001" }, recipient: { id: pageId } };
    const entry = [{ id: pageId, time: now, messaging: [{ ...parties, timestamp: now, message }] }];
    const body = JSON.stringify({ object: "page", entry });
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
    return (await fetch(url, { method: "POST", headers, body })).status;
  };
}

type Watched = Parameters<typeof seenMarks>[0];

async function allSeen(page: Watched, posted: Posted): Promise<void> {
  const last = Math.max(...posted.keys());
  await page.waitForFunction((mark) => mark in (window as unknown as { seenMarks: object }).seenMarks, last);
}

/** A mark that later ones had pushed out of what is drawn before it was painted counts as seen when the next one was. */
async function latencies(page: Watched, posted: Posted) {
  const seen = await seenMarks(page);
  const own = [...posted.keys()].filter((mark) => mark in seen).length;
  let soonest = Number.POSITIVE_INFINITY;
  const visible: number[] = [];
  for (const [mark, { at }] of [...posted].sort(([left], [right]) => right - left)) {
    soonest = Math.min(soonest, seen[mark] ?? soonest);
    visible.push(soonest - at);
  }
  return { visible, answered: [...posted.values()].map(({ answeredMs }) => answeredMs), own };
}

function report(what: string, { visible, answered, own }: Awaited<ReturnType<typeof latencies>>) {
  const at = (times: number[], share: number) =>
    Math.round(times.toSorted((left, right) => left - right)[Math.floor(times.length * share)] ?? 0);
  console.log(
    `${what}: posted → visible p50 ${at(visible, 0.5)} ms, p95 ${at(visible, 0.95)} ms, ` +
      `posted → answered p50 ${at(answered, 0.5)} ms, p95 ${at(answered, 0.95)} ms ` +
      `(${visible.length} marks, ${own} of them painted themselves)`,
  );
}
