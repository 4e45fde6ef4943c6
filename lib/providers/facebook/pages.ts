import { z } from "zod";
import type { Answer, AppCredentials, Grant, ReachableAccount } from "../connect-contract.ts";
import { allPages } from "../meta/all-pages.ts";
import { debugToken } from "../meta/debug-token.ts";
import { graph } from "../meta/graph.ts";
import { offerPage } from "./offer-page.ts";
import { PageNode, pageFields } from "./page-node.ts";

/** Pages named one by one in a grant and in no list; more would be a mistake of ours. */
const mostSingleLookups = 50;

/**
 * Every Page the grant reaches, from three sources, since each of them leaves some out: the person's own list, their
 * business portfolios, and the ids inside the token. Of two copies of a Page the one with a token wins.
 */
export async function facebookPages(app: AppCredentials, grant: Grant): Promise<Answer<ReachableAccount[]>> {
  const userToken = grant.secrets.userToken ?? "";
  const granted = await grantedScopes(app, userToken);
  if (!granted.ok) return granted;

  const own = await pagesOf(app, userToken, "me/accounts");
  if (!own.ok) return own;

  const found = new Map<string, PageNode>();
  keep(found, own.value);
  if (granted.value.has("business_management")) keep(found, await portfolioPages(app, userToken));
  keep(found, await namedPages(app, userToken, found));

  const accounts = [...found.values()].map((page) => offerPage(page, userToken, granted.value));
  return { ok: true, value: accounts.sort(connectableFirst) };
}

function keep(found: Map<string, PageNode>, pages: PageNode[]): void {
  for (const page of pages) {
    const known = found.get(page.id);
    if (!known || (!known.access_token && page.access_token)) found.set(page.id, page);
  }
}

function connectableFirst(a: ReachableAccount, b: ReachableAccount): number {
  const obstacles = Number(a.offer.obstacle !== null) - Number(b.offer.obstacle !== null);
  return obstacles || a.offer.displayName.localeCompare(b.offer.displayName);
}

const Permission = z.object({ permission: z.string(), status: z.string() });

async function grantedScopes(app: AppCredentials, token: string): Promise<Answer<ReadonlySet<string>>> {
  const answer = await allPages(app, { path: "me/permissions", token }, Permission);
  if (!answer.ok) return answer;

  const granted = answer.value.filter(({ status }) => status === "granted");
  return { ok: true, value: new Set(granted.map(({ permission }) => permission)) };
}

function pagesOf(app: AppCredentials, token: string, path: string): Promise<Answer<PageNode[]>> {
  return allPages(app, { path, token, parameters: { fields: pageFields } }, PageNode);
}

/** Best effort: a portfolio that cannot be read hides its Pages, not those found elsewhere. */
async function portfolioPages(app: AppCredentials, token: string): Promise<PageNode[]> {
  const businesses = await allPages(app, { path: "me/businesses", token }, z.object({ id: z.string() }));
  if (!businesses.ok) return [];

  const pages: PageNode[] = [];
  for (const { id } of businesses.value) {
    for (const edge of ["owned_pages", "client_pages"]) {
      const answer = await pagesOf(app, token, `${encodeURIComponent(id)}/${edge}`);
      if (answer.ok) pages.push(...answer.value);
    }
  }
  return pages;
}

/** Pages the person ticked that neither list names; also best effort. */
async function namedPages(
  app: AppCredentials,
  token: string,
  found: ReadonlyMap<string, PageNode>,
): Promise<PageNode[]> {
  const described = await debugToken(app, token);
  const named = described.ok ? (described.value.targets.get("pages_show_list") ?? []) : [];
  const missing = named.filter((id) => !found.get(id)?.access_token).slice(0, mostSingleLookups);

  const pages: PageNode[] = [];
  for (const id of missing) {
    const call = { path: encodeURIComponent(id), token, parameters: { fields: pageFields } };
    const answer = await graph(app, call, PageNode);
    if (answer.ok) pages.push(answer.value.body);
  }
  return pages;
}
