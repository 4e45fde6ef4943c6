import { now } from "../clock.ts";
import { contentOf } from "../content/content-of.ts";
import { dayAt } from "../content/days.ts";
import { followersOn } from "../content/followers.ts";
import { pacific } from "../content/read-moment.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Page, Person, Token } from "../state/types.ts";
import type { Call } from "./call.ts";
import { type Field, selectFields } from "./fields.ts";
import { isGranted, mayActForPage, roleOn } from "./grants.ts";
import { pageTokenFrom } from "./tokens.ts";

type View = { person: Person; token: Token; withToken: boolean };

/** A Page as this person's token sees it. What the person did not let the app see is left out, not null. */
export function pageNode(
  sandbox: Sandbox,
  call: Call,
  page: Page,
  { person, token, withToken }: View,
  fields: Field[],
  defaults: string[],
) {
  const { facebook } = sandbox;
  const granted = (permission: string) => isGranted(facebook, person.id, permission);
  const readable = granted("pages_read_engagement");
  const followers = followersOn(contentOf(sandbox), page, dayAt(now(), pacific) - 1);
  const instagram = granted("instagram_basic") && page.instagramAccountId;

  // A token is minted only when asked for, else every listing would fill the state with tokens.
  const wantsToken = (fields.length === 0 ? defaults : fields.map(({ name }) => name)).includes(
    "access_token",
  );
  const mayHaveToken = withToken && wantsToken && mayActForPage(facebook, person.id, page.id);

  const node: Record<string, unknown> = {
    id: page.id,
    name: page.name,
    username: page.username,
    category: page.category,
    category_list: [{ id: "2500", name: page.category }],
    tasks: roleOn(person, page.id)?.tasks ?? [],
    link: `https://www.facebook.com/${page.id}`,
    access_token: mayHaveToken ? pageToken() : undefined,
    picture: {
      data: { height: 50, width: 50, is_silhouette: false, url: `${call.assetsUrl}/pages/${page.id}.svg` },
    },
    followers_count: readable ? followers : undefined,
    fan_count: readable ? followers : undefined,
    about: undefined,
    verification_status: "not_verified",
    is_published: true,
    instagram_business_account: instagram ? { id: instagram, username: page.username } : undefined,
    connected_instagram_account: undefined,
  };
  return selectFields("Page", node, fields, defaults);

  function pageToken(): string {
    return token.kind === "PAGE" ? token.value : pageTokenFrom(facebook, token, page.id).value;
  }
}
