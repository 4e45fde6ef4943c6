import { now } from "../../clock.ts";
import { contentOf } from "../../content/content-of.ts";
import { dayAt } from "../../content/days.ts";
import { followersOn } from "../../content/followers.ts";
import { pacific } from "../../content/read-moment.ts";
import { publicPages } from "../../content/strangers.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { Page } from "../../state/types.ts";
import type { Call } from "../call.ts";
import { parseFields, selectFields } from "../fields.ts";
import { GraphError } from "../graph-error.ts";
import { noSuchObject } from "../refusals.ts";
import { listPosts } from "./list-posts.ts";
import { mayReadPublicPages } from "./may-read.ts";

/** GET /{id or username} and its posts, of a Page that nobody let the app into: what everyone sees. */
export function routePublicPage(sandbox: Sandbox, call: Call, idOrName: string, edge: string): object {
  const page = findPage(sandbox, idOrName);
  if (!page || call.method !== "GET") throw noSuchPage(call, idOrName);
  if (edge === "") return publicNode(sandbox, call, page);
  if (!["posts", "published_posts", "feed"].includes(edge)) throw noSuchObject(call.method, idOrName);

  mayReadPublicPages(sandbox, "posts");
  return listPosts(sandbox, call, page, edge, true);
}

function publicNode(sandbox: Sandbox, call: Call, page: Page): object {
  const followers = followersOn(contentOf(sandbox), page, dayAt(now(), pacific) - 1);
  const node = {
    id: page.id,
    name: page.name,
    username: page.username,
    category: page.category,
    link: `https://www.facebook.com/${page.username}`,
    picture: {
      data: { height: 50, width: 50, is_silhouette: false, url: `${call.assetsUrl}/pages/${page.id}.svg` },
    },
    fan_count: followers,
    followers_count: followers,
    about: undefined,
    website: undefined,
    verification_status: "not_verified",
  };
  const fields = parseFields(call.params.fields);
  // Whoever asks for more than everyone sees is not told that the Page is there.
  if (fields.some(({ name }) => !(name in node))) throw noSuchObject(call.method, page.id);
  mayReadPublicPages(sandbox, "profile");
  return selectFields("Page", node, fields, ["name", "id"]);
}

function findPage({ facebook }: Sandbox, idOrName: string): Page | undefined {
  const all = [...Object.values(facebook.pages), ...publicPages];
  const name = idOrName.toLowerCase();
  return all.find(({ id, username }) => id === idOrName || username.toLowerCase() === name);
}

function noSuchPage({ method }: Call, idOrName: string): GraphError {
  if (/^\d+$/.test(idOrName) || method !== "GET") return noSuchObject(method, idOrName);
  return new GraphError(803, `(#803) Some of the aliases you requested do not exist: ${idOrName}`);
}
