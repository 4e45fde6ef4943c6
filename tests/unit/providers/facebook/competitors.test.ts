import { afterEach, expect, test } from "vitest";
import type { Account } from "#lib/providers/connect-contract.ts";
import { facebook } from "#lib/providers/facebook/facebook.ts";
import type { SyncRequest } from "#lib/providers/synchronization.ts";
import { setting } from "#lib/setting.ts";
import { aFacebookPerson, control } from "#tests/support/sandbox.ts";
import { syncToTheEnd } from "#tests/support/sync-to-the-end.ts";

const known = facebook.app(setting);
if (!known) throw new Error("Facebook is not set up");
const app = known;

/** A Page of the sandbox's with an Instagram account linked to it, and its person. */
const fade = { personId: "10158000000000001", pageId: "104000000000001" };
const everything = facebook.scopes.map(({ scope }) => scope);

async function throughPage({ personId, pageId }: typeof fade): Promise<Account> {
  const { userToken, pages } = await control<{ userToken: string; pages: { accessToken: string }[] }>(
    "grants",
    {
      personId,
      pageIds: [pageId],
      permissions: everything,
    },
  );
  return { externalId: pageId, secrets: { pageToken: pages[0]?.accessToken ?? "", userToken } };
}

async function read(account: Account, competitors: SyncRequest["competitors"]) {
  const { competitors: news, notes } = await syncToTheEnd(facebook, app, account, {
    kind: "recent",
    competitors,
  });
  return { news, notes: [...notes] };
}

afterEach(() => control("content/habits", { publicPages: "posts" }));

test("others' accounts are read in public: on Instagram in the name of the account linked to the Page", async () => {
  const account = await throughPage(fade);
  const { news } = await read(account, [
    { provider: "instagram", handle: "sharpcuts" },
    { provider: "facebook", handle: "sharpcuts" },
  ]);

  const [page, instagram] = news;
  expect(page).toMatchObject({ provider: "facebook", handle: "sharpcuts", refusal: null });
  expect(page?.account).toMatchObject({
    externalId: "105000000000001",
    displayName: "Sharp Cuts Studio",
    posts: null,
  });
  expect(instagram).toMatchObject({ provider: "instagram", handle: "sharpcuts", refusal: null });
  expect(instagram?.account).toMatchObject({ externalId: "17841400000000101", posts: expect.any(Number) });
  for (const one of news) {
    expect(one.account?.followers).toBeGreaterThan(1000);
    expect(one.items.length).toBeGreaterThan(10);
    expect(one.items.every(({ reach }) => Object.keys(reach).length === 0)).toBe(true);
    expect(one.items.some(({ engagement }) => (engagement.interactions ?? 0) > 0)).toBe(true);
  }
});

test("once the person's access has ended, the Page's is used", async () => {
  const account = await throughPage(fade);
  const stale = { ...account, secrets: { ...account.secrets, userToken: "EAAG_gone" } };
  const { news } = await read(stale, [{ provider: "instagram", handle: "sharpcuts" }]);
  expect(news).toMatchObject([{ account: { displayName: "Sharp Cuts Studio" }, refusal: null }]);
});

test.each([
  ["instagram", "nobody.is.called.so", /no professional account by this name/],
  ["instagram", "blades.and.bourbon", /an age limit/],
  ["facebook", "nobody-is-called-so", /no Page by this name/],
  ["zoom", "sharpcuts", /cannot be read through a Facebook Page/],
  ["instagram", "a){id},business_discovery.username(b", /cannot be read/],
] as const)("one at %s called %s is told why it is not read", async (provider, handle, why) => {
  const { news } = await read(await throughPage(fade), [{ provider, handle }]);
  expect(news).toEqual([{ provider, handle, account: null, refusal: expect.stringMatching(why), items: [] }]);
});

test("without a linked account, or without its permissions, the sentence says what to do", async () => {
  const competitor = { provider: "instagram", handle: "sharpcuts" } as const;
  const person = await aFacebookPerson(["Harbour Bakery"]);
  const bakery = await throughPage({ personId: person.personId, pageId: person.pageIds[0] ?? "" });
  expect((await read(bakery, [competitor])).news[0]?.refusal).toMatch(/no Instagram account linked/);

  const without = await throughPage(fade);
  await control(`people/${fade.personId}/revoke`, { permission: "instagram_manage_insights" });
  const { news } = await read(without, [competitor]);
  expect(news[0]?.refusal).toMatch(/permissions for Instagram are missing/);
});

test("what Meta has not approved is said, and what it has is read", async () => {
  const account = await throughPage(fade);
  const competitors = [{ provider: "facebook", handle: "sharpcuts" } as const];

  await control("content/habits", { publicPages: "profile" });
  const profile = await read(account, competitors);
  expect(profile.news).toMatchObject([{ account: { followers: expect.any(Number) }, items: [] }]);
  expect(profile.notes).toContainEqual(
    expect.stringMatching(/^The posts of sharpcuts: Meta has not approved/),
  );

  await control("content/habits", { publicPages: "nothing" });
  expect((await read(account, competitors)).news).toMatchObject([
    { account: null, refusal: expect.stringMatching(/Page Public Content Access/) },
  ]);
});
