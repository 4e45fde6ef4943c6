import type { Sandbox } from "../sandbox.ts";
import type { Person, Role, Token } from "../state/types.ts";
import type { Call } from "./call.ts";
import { parseFields } from "./fields.ts";
import { isGranted, mayActForPage } from "./grants.ts";
import { pageNode } from "./page-node.ts";
import { paginate } from "./paginate.ts";
import { needsPermission, noSuchObject } from "./refusals.ts";

type User = { person: Person; token: Token };
const defaults = ["access_token", "category", "category_list", "name", "id", "tasks"];

/** GET /me/accounts: the Pages that were ticked, of those the person administers directly. */
export function listAccounts(sandbox: Sandbox, call: Call, user: User) {
  const { facebook } = sandbox;
  if (!isGranted(facebook, user.person.id, "pages_show_list")) return { data: [] };

  const roles = user.person.roles.filter(({ direct }) => direct);
  return page(sandbox, call, user, `${user.person.id}/accounts`, roles, {
    withToken: true,
    listed: ({ pageId }) => mayActForPage(facebook, user.person.id, pageId),
  });
}

/** GET /me/businesses. */
export function listBusinesses({ facebook }: Sandbox, call: Call, { person }: User) {
  if (!isGranted(facebook, person.id, "business_management")) throw needsPermission("business_management");

  const ids = new Set(person.roles.map(({ businessId }) => businessId));
  const businesses = Object.values(facebook.businesses).filter(({ id }) => ids.has(id));
  return paginate(call, `${person.id}/businesses`, businesses, ({ id, name }) => ({ id, name }));
}

/** GET /{business}/owned_pages or client_pages: every Page in it, with a token only when it was ticked. */
export function listBusinessPages(
  sandbox: Sandbox,
  call: Call,
  user: User,
  businessId: string,
  edge: "owned_pages" | "client_pages",
) {
  const { facebook } = sandbox;
  const business = facebook.businesses[businessId];
  if (!isGranted(facebook, user.person.id, "business_management"))
    throw needsPermission("business_management");
  const roles = user.person.roles.filter((role) => role.businessId === businessId);
  if (!business || roles.length === 0) throw noSuchObject(call.method, businessId);

  const isClient = edge === "client_pages";
  const here = roles.filter(({ pageId }) => business.clientPageIds.includes(pageId) === isClient);
  return page(sandbox, call, user, `${businessId}/${edge}`, here, { withToken: false, listed: () => true });
}

type Listing = { withToken: boolean; listed: (role: Role) => boolean };

function page(
  sandbox: Sandbox,
  call: Call,
  user: User,
  path: string,
  roles: Role[],
  { withToken, listed }: Listing,
) {
  const { facebook } = sandbox;
  const fields = parseFields(call.params.fields);
  const items = roles.map((role) => ({ id: role.pageId, role }));

  return paginate(call, path, items, ({ id, role }) => {
    const found = facebook.pages[id];
    if (!found || !listed(role)) return null;

    // The copy in a portfolio of a Page that is administered directly too comes without a token.
    const view = { ...user, withToken: withToken || !role.direct };
    return pageNode(sandbox, call, found, view, fields, defaults);
  });
}
