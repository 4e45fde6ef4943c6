import { describe, expect, test } from "vitest";
import { widerAccess } from "#lib/connections/wider-access.ts";
import { facebook } from "#lib/providers/facebook/facebook.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { control } from "#tests/support/sandbox.ts";

const everything = facebook.scopes.map(({ scope }) => scope);
const withoutMessages = everything.filter((scope) => scope !== "pages_messaging");

async function aPage() {
  const acme = await anOrganization();
  const { personId, pageIds, connectionIds } = await connectedPages(acme);
  return { acme, personId, pageId: pageIds[0] ?? "", id: connectionIds[0] ?? "" };
}

type Page = Awaited<ReturnType<typeof aPage>>;
type Offered = { scopes?: string[]; tasks?: string[]; authorizedBy?: string; accessExpiresAt?: Date };

/** What the connection has and someone's new grant for its Page would not. */
function wider({ acme, pageId }: Page, offered: Offered) {
  const { scopes = everything, tasks = ["MANAGE"], authorizedBy = "1", accessExpiresAt = null } = offered;
  const account = {
    offer: {
      externalId: pageId,
      displayName: "Harbour Bakery",
      username: null,
      avatarUrl: null,
      category: null,
      obstacle: null,
      limits: [],
    },
    secrets: null,
    details: { tasks },
  };
  const grant = { secrets: {}, authorizedBy };
  const verified = { scopes, accessExpiresAt, refreshExpiresAt: null };
  return widerAccess(acme.admin, facebook, { account, grant, verified });
}

describe("a working connection is kept", () => {
  test("from a grant with fewer permissions, with what they are for", async () => {
    const page = await aPage();
    expect(await wider(page, { scopes: withoutMessages })).toEqual({
      connectionId: page.id,
      lost: [expect.stringMatching(/read and answer messages/)],
      isKnownToWork: true,
    });
    expect(await wider(page, {})).toBeNull();
  });

  test.each([
    ["an outage", { status: 503, code: 2 }],
    ["an outage in no known form", { status: 502 }],
    ["a rate limit", { status: 400, code: 4 }],
  ])("during %s too, since that says nothing of the old access", async (_, fault) => {
    const page = await aPage();
    const count = fault.status >= 500 ? 3 : 1;
    await control("graph/fail", { count, match: "debug_token", ...fault });
    expect(await wider(page, { scopes: withoutMessages })).toMatchObject({
      connectionId: page.id,
      isKnownToWork: false,
    });

    await control("graph/fail", { count, match: "debug_token", ...fault });
    expect(await wider(page, {})).toBeNull();
  });

  test("from another person whose role is smaller, not from the same one", async () => {
    const page = await aPage();
    const tasks = ["ANALYZE", "CREATE_CONTENT"];
    expect(await wider(page, { tasks })).toMatchObject({ lost: [expect.stringMatching(/messages/)] });
    expect(await wider(page, { tasks, authorizedBy: page.personId })).toBeNull();
  });

  test("from a grant that ends, where its own does not", async () => {
    const page = await aPage();
    expect(await wider(page, { accessExpiresAt: new Date(Date.now() + 3_600_000) })).toMatchObject({
      lost: [expect.stringMatching(/ends earlier/)],
    });
  });
});

describe("what has ended keeps nothing from taking its place", () => {
  test.each([
    [
      "the platform says that the token is dead",
      (page: Page) => control(`people/${page.personId}/remove-app`),
    ],
    [
      "the connection is broken, whatever its token says",
      (page: Page) => sql`update connections set status = 'broken' where id = ${page.id}`,
    ],
    [
      "no secrets are stored",
      (page: Page) => sql`delete from connection_credentials where connection_id = ${page.id}`,
    ],
  ])("when %s", async (_, end) => {
    const page = await aPage();
    await end(page);
    expect(await wider(page, { scopes: withoutMessages })).toBeNull();
  });

  test("nor does another organization's connection", async () => {
    const [page, globex] = await Promise.all([aPage(), anOrganization()]);
    expect(await wider({ ...page, acme: globex }, { scopes: withoutMessages })).toBeNull();
  });
});
