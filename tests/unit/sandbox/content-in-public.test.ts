import { expect, test } from "vitest";
import { aPublisher } from "./support/a-publisher.ts";
import { fade, marco } from "./support/a-sandbox.ts";
import { fadeOnInstagram } from "./support/an-instagram-account.ts";

const sharpCuts = "105000000000001";
const sharpCutsOnInstagram = "17841400000000101";
const forDiscovery = [
  "instagram_basic",
  "instagram_manage_insights",
  "pages_read_engagement",
  "pages_show_list",
];

async function aCurious(permissions = forDiscovery) {
  const sandbox = await aPublisher();
  const { pages } = await sandbox.control("grants", { personId: marco, pageIds: [fade], permissions });
  const ask = async (path: string, fields: string, more = {}) =>
    (await sandbox.graph(path, { access_token: pages[0].accessToken, fields, ...more })).body;
  return { ...sandbox, ask };
}

test("another Page shows everyone its followers and posts, and its figures to nobody", async () => {
  const { ask, truth } = await aCurious();
  const { followers, posts } = await truth(sharpCuts);

  const page = await ask("SharpCuts", "id,name,followers_count,fan_count,picture{url}");
  expect(page).toMatchObject({ id: sharpCuts, name: "Sharp Cuts Studio", followers_count: followers });
  const summaries = "reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)";
  const { data } = await ask(`${sharpCuts}/posts`, `id,shares,${summaries}`, { limit: "10" });
  expect(data).toHaveLength(10);
  expect(data[0]).toMatchObject({
    id: posts[0].id,
    reactions: { summary: { total_count: posts[0].metrics.reactions } },
    comments: { summary: { total_count: posts[0].metrics.comments } },
  });

  expect((await ask(`${sharpCuts}/posts`, "id,insights.metric(post_media_view)")).error.code).toBe(100);
  expect((await ask(`${sharpCuts}/insights`, "", { metric: "page_follows" })).error.code).toBe(100);
  expect((await ask("nobody.has.this.name", "id")).error.code).toBe(803);
});

test("an app that Meta has not reviewed reads no other Page, or only its profile", async () => {
  const { ask, control } = await aCurious();
  await control("content/habits", { publicPages: "profile" });
  expect((await ask(sharpCuts, "name")).name).toBe("Sharp Cuts Studio");
  expect((await ask(`${sharpCuts}/posts`, "id")).error.code).toBe(10);

  await control("content/habits", { publicPages: "nothing" });
  expect((await ask(sharpCuts, "name")).error.code).toBe(10);
  expect((await ask(fade, "name")).name).toBe("Fade & Co. Barbershop");
});

test("business discovery tells what everyone sees, page by page", async () => {
  const { ask, truth } = await aCurious();
  const { followers, posts } = await truth(sharpCutsOnInstagram);
  const media = "media.limit(5){id,caption,like_count,comments_count,media_product_type,permalink,timestamp}";
  const discover = async (inner: string, username = "sharpcuts") =>
    ask(
      fadeOnInstagram,
      `business_discovery.username(${username}){username,followers_count,media_count,${inner}}`,
    );

  const { business_discovery: found, id } = await discover(media);
  expect(id).toBe(fadeOnInstagram);
  expect(found).toMatchObject({
    id: sharpCutsOnInstagram,
    username: "sharpcuts",
    followers_count: followers,
  });
  const shown = posts.filter(({ kind }: { kind: string }) => kind !== "STORY");
  expect(found.media.data.map((post: { id: string }) => post.id)).toEqual(
    shown.slice(0, 5).map((post: { id: string }) => post.id),
  );
  expect(found.media.data[0].comments_count).toBe(shown[0].metrics.comments_count);
  expect(found.media.data[0].like_count).toBe(shown[0].metrics.like_count);
  expect(found.media.paging).toEqual({ cursors: expect.anything() });

  const after = found.media.paging.cursors.after;
  const second = await discover(media.replace("limit(5)", `after(${after}).limit(5)`));
  expect(second.business_discovery.media.data[0].id).toBe(shown[5].id);
  expect((await discover("media{insights.metric(reach)}")).error.code).toBe(100);
});

test("who is personal, not for children or not there is not found, and the permissions are needed", async () => {
  const { ask, control } = await aCurious();
  const discover = (username: string) =>
    ask(fadeOnInstagram, `business_discovery.username(${username}){followers_count}`);

  for (const username of ["marco.rossi", "blades.and.bourbon", "nobody"]) {
    expect((await discover(username)).error).toMatchObject({
      code: 110,
      error_subcode: 2_207_013,
      error_user_title: "Cannot find User",
    });
  }
  expect((await discover("thecornerchair")).business_discovery.followers_count).toBeGreaterThan(0);

  await control(`people/${marco}/revoke`, { permission: "instagram_manage_insights" });
  expect((await discover("thecornerchair")).error.code).toBe(10);
  await control(`people/${marco}/revoke`, { permission: "instagram_basic" });
  expect((await discover("thecornerchair")).error.code).toBe(100);
});

test("the control page has the truth and the switches for every account that can be read", async () => {
  const { url, truth } = await aCurious();
  const page = async () => (await fetch(`${url}/control`)).text();
  for (const account of [fade, sharpCuts, sharpCutsOnInstagram]) {
    expect(await page()).toContain(`<option value="${account}"`);
  }

  const body = new URLSearchParams({ account: fade, metric: "page_follows", refused: "yes" });
  const form = { method: "POST", headers: { accept: "text/html" }, body, redirect: "manual" } as const;
  expect((await fetch(`${url}/control/content/refuse`, form)).status).toBe(303);
  expect(await page()).toContain(`page_follows for ${fade}`);
  const told = (await truth(fade)).days.map(({ metrics }: { metrics: object }) => Object.keys(metrics));
  expect(told.flat()).toContain("page_media_view");
  expect(told.flat()).not.toContain("page_follows");
});
