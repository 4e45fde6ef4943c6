import { randomInt } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import type { Account } from "#tests/support/e2e-account.ts";
import { stackSql, stackValue } from "#tests/support/e2e-stack.ts";
import { messageTo, metaDelivery } from "#tests/support/meta-delivery.ts";

/** A Page that is connected, without going through the dialog, which has stories of its own. */
async function connectedPage({ organizationId }: Account) {
  const pageId = `9${randomInt(1e12, 1e13 - 1)}`;
  const sql = stackSql();
  await sql`
    insert into connections (organization_id, provider, external_id, display_name, status)
    values (${organizationId}, 'facebook', ${pageId}, 'Corner Bakery', 'healthy')`;
  return { id: pageId, events: (query: string) => sql.unsafe(query, [pageId]) };
}

async function deliver(
  request: APIRequestContext,
  pageId: string,
  text: string,
  secret = stackValue("META_APP_SECRET"),
) {
  const { headers, body } = metaDelivery(messageTo(pageId, { text }), { secret });
  const response = await request.post("/api/webhooks/meta", { headers, data: Buffer.from(body) });
  return response.status();
}

/** In one body, as after an outage. */
async function deliverMany(request: APIRequestContext, pageId: string, count: number) {
  const [entry] = messageTo(pageId).entry;
  const messaging = Array.from({ length: count }, (_, number) => ({
    ...entry?.messaging[0],
    message: { mid: `m_many_${pageId}_${number}`, text: `Number ${number}.` },
  }));
  const { headers, body } = metaDelivery(
    { object: "page", entry: [{ id: pageId, time: Date.now(), messaging }] },
    { secret: stackValue("META_APP_SECRET") },
  );
  const response = await request.post("/api/webhooks/meta", { headers, data: Buffer.from(body) });
  return response.status();
}

test("an event appears by itself within a second, in plain words", async ({ page, request, account }) => {
  const connected = await connectedPage(account);
  await page.goto(`/o/${account.slug}/events`);
  await expect(page.getByText("No events yet")).toBeVisible();
  // The line is open when the first event comes through it; the second one is timed.
  expect(await deliver(request, connected.id, "The first")).toBe(200);
  await expect(page.getByRole("row", { name: /The first/ })).toBeVisible();

  const sent = Date.now();
  await deliver(request, connected.id, "Are you open on Sunday?");
  const row = page.getByRole("row", { name: /Message from a customer: “Are you open on Sunday\?”/ });
  await expect(row).toBeVisible();
  test.info().annotations.push({ type: "posted to visible", description: `${Date.now() - sent} ms` });
  await expect(row).toContainText("Corner Bakery");
  await expect(row).toContainText("Message received");
  await expect(row).toContainText("Processed");
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("a log that is live gets its rows whole once, and then only what has changed", async ({
  page,
  request,
  account,
}) => {
  const connected = await connectedPage(account);
  await page.goto(`/o/${account.slug}/events`);
  await deliver(request, connected.id, "Before");
  await expect(page.getByRole("row", { name: /“Before”/ })).toContainText("Processed");

  const sent = await page.evaluateHandle((address) => {
    const pages: { rows: unknown[] }[] = [];
    const source = new EventSource(address);
    source.addEventListener("events", ({ data }) => pages.push(JSON.parse(data)));
    return new Promise<typeof pages>((resolve) => source.addEventListener("listening", () => resolve(pages)));
  }, `/o/${account.slug}/events/newest`);
  const before = { id: expect.any(String), summary: expect.stringContaining("“Before”") };
  expect(await sent.jsonValue()).toMatchObject([{ rows: [before] }]);

  await deliver(request, connected.id, "After");
  const after = { summary: expect.stringContaining("“After”"), status: "processed" };
  // There may be another notice after it, of nothing that the list shows.
  await expect
    .poll(async () => (await sent.jsonValue()).map(({ rows }) => rows))
    .toContainEqual([expect.objectContaining(after), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test("a row opens beside the list under its own address, and closing goes back to where one was", async ({
  page,
  request,
  account,
}) => {
  const connected = await connectedPage(account);
  for (const text of ["One", "Two"]) await deliver(request, connected.id, text);
  await page.goto(`/o/${account.slug}/events?status=processed`);
  await expect(page.getByRole("row", { name: /“Two”/ })).toBeVisible();

  const links = page.getByRole("row").getByRole("link");
  // The page listens to keys once the browser has taken it over.
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(links.first()).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Event" });
  await expect(drawer.getByText("Signed with the secret “meta”")).toBeVisible();
  await expect(drawer.getByText("Message from a customer: “One”")).toBeVisible();
  await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}\?status=processed$/);

  await drawer.getByRole("tab", { name: "Raw" }).click();
  await expect(drawer.getByText(`"id": "${connected.id}"`).first()).toBeVisible();
  await expect(drawer.getByText("x-hub-signature-256")).toHaveCount(0);

  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await expect(page).toHaveURL(/\/events\?status=processed$/);
  await page.goForward();
  await expect(drawer.getByText("Message from a customer: “One”")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Event", level: 1 })).toBeVisible();
  await expect(page.getByText("Message from a customer: “One”")).toBeVisible();
  await expect(drawer).toHaveCount(0);

  await page.getByRole("main").getByRole("link", { name: "Events" }).click();
  await page.getByRole("row", { name: /“Two”/ }).getByRole("link").click();
  await expect(drawer.getByText("Message from a customer: “Two”")).toBeVisible();
});

test("paused, the list stands still and counts; resumed, it catches up", async ({
  page,
  request,
  account,
}) => {
  const connected = await connectedPage(account);
  await deliver(request, connected.id, "Before");
  const lines: string[] = [];
  page.on("request", (asked) => {
    if (asked.headers().accept === "text/event-stream") lines.push(new URL(asked.url()).pathname);
  });
  await page.goto(`/o/${account.slug}/events`);
  await expect(page.getByRole("row", { name: /“Before”/ })).toBeVisible();
  // One line at a time: the log's own while it is live, the one all pages have while it is not.
  const own = `/o/${account.slug}/events/newest`;
  await expect.poll(() => lines).toEqual([own]);
  await page.getByRole("button", { name: "Pause" }).click();

  await deliver(request, connected.id, "While away");
  await expect(page.getByRole("button", { name: "1 new event" })).toBeVisible();
  await deliver(request, connected.id, "Still away");
  await expect(page.getByRole("button", { name: "2 new events" })).toBeVisible();
  await expect(page.getByRole("row", { name: /away/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("row", { name: /away/ })).toHaveCount(2);
  await expect.poll(() => lines).toEqual([own, "/api/stream", own]);
});

test("of many events at once what fills the screen is drawn first, and all when it is quiet", async ({
  page,
  request,
  account,
}) => {
  const connected = await connectedPage(account);
  await page.goto(`/o/${account.slug}/events`);
  await deliver(request, connected.id, "Before");
  await expect(page.getByRole("row", { name: /“Before”/ })).toContainText("Processed");

  const drawn = await page.evaluateHandle(() => {
    const counts: number[] = [];
    const count = () => counts.push(document.querySelectorAll("[aria-label=Events] tbody tr").length);
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true });
    return counts;
  });
  expect(await deliverMany(request, connected.id, 60)).toBe(200);
  await expect(page.getByRole("row")).toHaveCount(51);
  const counts = await drawn.jsonValue();
  const screenful = counts.find((count) => count > 1) ?? 0;
  expect(screenful * 48).toBeGreaterThanOrEqual(page.viewportSize()?.height ?? 0);
  expect(screenful).toBeLessThan(50);
});

test("filters stand in the address; one that cannot be read is named and left out", async ({
  page,
  request,
  account,
}) => {
  const connected = await connectedPage(account);
  for (const text of ["Kept", "Dead one"]) await deliver(request, connected.id, text);
  await expect
    .poll(() =>
      connected.events(
        "select 1 from webhook_events where account_external_id = $1 and status = 'processed'",
      ),
    )
    .toHaveLength(2);
  await connected.events(
    "update webhook_events set status = 'dead' where account_external_id = $1 and summary like '%Dead one%'",
  );

  await page.goto(`/o/${account.slug}/events`);
  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Dead" }).click();
  await expect(page).toHaveURL(/\?status=dead$/);
  await expect(page.getByRole("row", { name: /Dead one/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Kept/ })).toHaveCount(0);

  await page.getByRole("link", { name: "Remove the filter Status: Dead" }).click();
  await expect(page.getByRole("row", { name: /Kept/ })).toBeVisible();

  await page.goto(`/o/${account.slug}/events?status=exploded&range=24h`);
  await expect(page.getByText("could not be read and was left out: status")).toBeVisible();
  await expect(page.getByRole("row", { name: /Kept/ })).toBeVisible();

  await page.goto(`/o/${account.slug}/events?status=ignored`);
  await expect(page.getByText("No events match")).toBeVisible();
  await page.getByRole("link", { name: "Show all events" }).click();
  await expect(page.getByRole("row", { name: /Kept/ })).toBeVisible();
});

test("older events are pages away, and Back returns", async ({ page, request, account }) => {
  const connected = await connectedPage(account);
  expect(await deliverMany(request, connected.id, 60)).toBe(200);
  await expect
    .poll(() =>
      connected.events(
        "select 1 from webhook_events where account_external_id = $1 and status = 'processed'",
      ),
    )
    .toHaveLength(60);

  await page.goto(`/o/${account.slug}/events`);
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/\?before=/);
  await expect(page.getByRole("row")).toHaveCount(11);
  await page.getByRole("link", { name: "Newer", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.goBack();
  await expect(page.getByRole("row")).toHaveCount(11);
});

test("events are zoomed into, found by words, kept as a view, and what fails alike is taken up as one problem", async ({
  page,
  request,
  account,
  newcomer,
}) => {
  const connected = await connectedPage(account);
  for (const text of ["Is there parking nearby?", "A cut for Friday"])
    await deliver(request, connected.id, text);
  await expect
    .poll(() =>
      connected.events(
        "select 1 from webhook_events where account_external_id = $1 and status = 'processed'",
      ),
    )
    .toHaveLength(2);
  const events = `/o/${account.slug}/events`;
  const [parking, cut] = [/parking nearby/, /A cut for Friday/].map((name) =>
    page.getByRole("row", { name }),
  );
  if (!parking || !cut) throw new Error("There are two.");

  await page.goto(events);
  await expect(cut).toBeVisible();
  const chart = page.getByRole("region", { name: "Events over time" });
  // The page takes a drag once the browser has taken it over.
  await expect(async () => {
    const bar = await chart.getByRole("link").last().boundingBox();
    if (!bar) throw new Error("The histogram has no bar.");
    await page.mouse.move(bar.x - 60, bar.y + 10);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width / 2, bar.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/\?from=[^&]+&to=[^&]+$/, { timeout: 2_000 });
  }).toPass();
  await expect(cut).toBeVisible();
  await expect(page.getByRole("link", { name: "Remove the filter Time" })).toBeVisible();

  const search = page.getByLabel("Search events");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 200 });
  }).toPass();
  await search.fill("parking");
  await search.press("Enter");
  await expect(page).toHaveURL(/\?from=[^&]+&to=[^&]+&q=parking$/);
  await expect(parking).toBeVisible();
  await expect(cut).toHaveCount(0);

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByLabel("Name").fill("Parking questions");
  await page.getByLabel("Share it with everyone here").check();
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(cut).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Parking questions" }).click();
  await expect(page).toHaveURL(/q=parking/);
  await expect(cut).toHaveCount(0);

  await stackSql()`
    with problem as (
      insert into webhook_problems
        (organization_id, provider, event_type, cause, failures, first_seen_at, last_seen_at)
      values (${account.organizationId}, 'facebook', 'messages', 'The barber is out.', 8, now(), now()) returning id)
    update webhook_events set status = 'dead', problem_id = problem.id from problem
    where organization_id = ${account.organizationId} and summary like '%Friday%'`;
  await page.getByRole("link", { name: "Problems" }).click();
  const problem = page.getByRole("region", { name: "The barber is out." });
  await problem.getByRole("button", { name: "Acknowledge" }).click();
  await expect(page.getByText("No open problems")).toBeVisible();
  await page.getByRole("link", { name: "Acknowledged" }).click();
  await problem.getByRole("link", { name: "See its events" }).click();
  await expect(page).toHaveURL(/\?problem=/);
  await expect(cut).toBeVisible();
  await expect(parking).toHaveCount(0);
  await cut.getByRole("checkbox").check();
  await expect(page.getByRole("link", { name: "Replay…" })).toHaveAttribute("href", /replays\/new\?ids=/);
  await expect(page.getByRole("button", { name: "Export" })).toBeVisible();

  const viewer = await newcomer("Viewer");
  await stackSql()`
    insert into organization_members (organization_id, user_id, role)
    values (${account.organizationId}, ${viewer.account.userId}, 'viewer')`;
  await viewer.page.goto(events);
  await expect(viewer.page.getByRole("row", { name: /A cut for Friday/ })).toBeVisible();
  await expect(viewer.page.getByRole("checkbox")).toHaveCount(0);
  for (const name of ["Export", "Refused"]) await expect(viewer.page.getByText(name)).toHaveCount(0);
  const asked = (who: Page, query: string) => who.request.get(`${events}/export?${query}`);
  expect((await asked(viewer.page, "format=csv")).status()).toBe(403);
  for (const wrong of ["format=xml", "format=csv&status=exploded"]) {
    expect((await asked(page, wrong)).status()).toBe(400);
  }
  await viewer.page.goto(`${events}/problems?status=acknowledged`);
  await expect(viewer.page.getByText("Only owners and admins can take a problem up")).toBeVisible();
  await expect(viewer.page.getByRole("button", { name: "Resolve" })).toHaveCount(0);

  await viewer.page.goto(`${events}?q=bikes`);
  await expect(viewer.page.getByText("No events match")).toBeVisible();
  await deliver(request, connected.id, "And for bikes?");
  await expect(viewer.page.getByRole("row", { name: /And for bikes/ })).toBeVisible();
});

test("the overview counts the day and says what needs a person", async ({ page, request, account, look }) => {
  const connected = await connectedPage(account);
  await page.goto(`/o/${account.slug}`);
  await expect(page.getByText("Your channel is healthy.")).toBeVisible();
  await expect(page.getByText("Send a test event")).toBeVisible();

  await deliver(request, connected.id, "Hello");
  await expect(page.getByRole("link", { name: /1 processed/ })).toBeVisible();
  await expect(page.getByText("Send a test event")).toHaveCount(0);

  await connected.events("update webhook_events set status = 'dead' where account_external_id = $1");
  await page.reload();
  await look("overview-dead-event");
  await page.getByRole("link", { name: "See them" }).click();
  await expect(page).toHaveURL(/\/events\?status=dead$/);
  await expect(page.getByRole("row", { name: /Hello/ })).toBeVisible();
});

test("strangers see nothing of it: not the page, not the event, nothing that is read beside them", async ({
  page,
  request,
  account,
  newcomer,
}) => {
  const connected = await connectedPage(account);
  await deliver(request, connected.id, "Private");
  const [event] = await connected.events("select id from webhook_events where account_external_id = $1");
  const stranger = await newcomer("Stranger");

  for (const path of [`/o/${account.slug}/events`, `/o/${account.slug}/events/${event?.id}`]) {
    expect((await stranger.page.goto(path))?.status()).toBe(404);
  }
  await stranger.page.goto(`/o/${stranger.account.slug}/events/${event?.id}`);
  await expect(stranger.page.getByText("There is no such event here")).toBeVisible();
  await expect(stranger.page.getByText("Private")).toHaveCount(0);

  const stream = `/api/stream?organization=${account.slug}`;
  const beside = ["newest", "histogram", "export?format=csv"].map(
    (name) => `/o/${account.slug}/events/${name}`,
  );
  for (const path of [stream, ...beside]) {
    expect((await stranger.page.request.get(path)).status()).toBe(404);
    const unknown = await request.get(path, { maxRedirects: 0 });
    expect(unknown.status()).toBe(path === stream ? 401 : 307);
  }
  await page.goto(`/o/${account.slug}/events`);
  await expect(page.getByRole("row", { name: /Private/ })).toBeVisible();
});
