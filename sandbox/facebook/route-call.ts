import { now } from "../clock.ts";
import { contentOf } from "../content/content-of.ts";
import { linkedAccount } from "../instagram/content/discovery.ts";
import { instagramOf } from "../instagram/instagram-of.ts";
import type { Sandbox } from "../sandbox.ts";
import { routeWhatsApp } from "../whatsapp/route-call.ts";
import { whatsAppOf } from "../whatsapp/whatsapp-of.ts";
import { appSubscriptions } from "./app-subscriptions.ts";
import type { Call, Caller } from "./call.ts";
import { listPosts } from "./content/list-posts.ts";
import { mayReadInsights, mayReadPosts } from "./content/may-read.ts";
import { pageInsights } from "./content/page-insights.ts";
import { routePublicPage } from "./content/public-page.ts";
import { routePost } from "./content/route-post.ts";
import { customerProfile, listConversations } from "./conversations.ts";
import { debugToken } from "./debug-token.ts";
import { exchangeCode } from "./exchange-code.ts";
import { parseFields, selectFields } from "./fields.ts";
import { mayActForPage } from "./grants.ts";
import { GraphError } from "./graph-error.ts";
import { listAccounts, listBusinesses, listBusinessPages } from "./list-pages.ts";
import { pageNode } from "./page-node.ts";
import { deletePermissions, listPermissions } from "./permission-routes.ts";
import { noSuchField, noSuchObject } from "./refusals.ts";
import { sendMessage } from "./send-message.ts";
import { subscribedApps } from "./subscribed-apps.ts";

type Answer = object | Promise<object>;
type User = Caller & { kind: "user" };

/** Finds what is asked for. `authenticate` is called by everything but the exchange, which proves itself by secret. */
export function routeCall(sandbox: Sandbox, call: Call, authenticate: () => Caller): Answer {
  const [, , first = "", edge = "", extra = ""] = call.path.split("/");
  if (first === "oauth" && edge === "access_token") return exchangeCode(sandbox, call);

  const caller = authenticate();
  if (first === "debug_token") return debugToken(sandbox, call, caller);
  if (first === sandbox.config.meta.appId && edge === "subscriptions")
    return appSubscriptions(sandbox, call, caller);
  if (caller.kind === "app") throw noSuchObject(call.method, first);
  if (caller.kind === "system") return routeWhatsApp(sandbox, whatsAppOf(sandbox), call, caller.token);

  const id = first === "me" ? (caller.kind === "page" ? caller.page.id : caller.person.id) : first;
  if (id === caller.person.id && caller.kind === "user")
    return personEdge(sandbox, call, caller, edge, extra);
  if (sandbox.facebook.pages[id]) return pageEdge(sandbox, call, caller, id, edge, extra);
  if (/^\d+_\d+$/.test(id)) return routePost(sandbox, call, caller, id, edge);
  if (edge === "owned_pages" || edge === "client_pages") {
    return listBusinessPages(sandbox, call, userOnly(caller, edge), id, edge);
  }
  const account = edge === "" ? instagramOf(sandbox).accounts[id] : undefined;
  if (account) return linkedAccount(sandbox, call, caller, account);
  const profile = edge === "" ? customerProfile(sandbox, call, caller, id) : null;
  return profile ?? routePublicPage(sandbox, call, id, edge);
}

function personEdge(sandbox: Sandbox, call: Call, caller: User, edge: string, extra: string): Answer {
  const { person } = caller;
  switch (`${call.method} ${edge}`) {
    case "GET ": {
      const picture = { data: { url: `${call.assetsUrl}/people/${person.id}.svg`, is_silhouette: false } };
      const [first_name = "", ...rest] = person.name.split(" ");
      const node = { id: person.id, name: person.name, first_name, last_name: rest.join(" "), picture };
      return selectFields("User", node, parseFields(call.params.fields), ["name", "id"]);
    }
    case "GET permissions":
      return listPermissions(sandbox, person);
    case "DELETE permissions":
      return deletePermissions(sandbox, person, extra || call.params.permission || null);
    case "GET accounts":
      return listAccounts(sandbox, call, caller);
    case "GET businesses":
      return listBusinesses(sandbox, call, caller);
    default:
      throw noSuchField(edge, "User");
  }
}

function pageEdge(
  sandbox: Sandbox,
  call: Call,
  caller: Caller & { kind: "user" | "page" },
  id: string,
  edge: string,
  extra: string,
) {
  const { facebook } = sandbox;
  const page = facebook.pages[id];
  const { person, token } = caller;
  const reachable = caller.kind === "page" ? caller.page.id === id : mayActForPage(facebook, person.id, id);
  if (!page || !reachable) return routePublicPage(sandbox, call, id, edge);

  switch (edge) {
    case "": {
      const view = { person, token, withToken: true };
      return pageNode(sandbox, call, page, view, parseFields(call.params.fields), ["name", "id"]);
    }
    case "subscribed_apps":
      return subscribedApps(sandbox, call, caller, id);
    case "conversations":
      return listConversations(sandbox, call, caller);
    case "posts":
    case "published_posts":
    case "feed":
      mayReadPosts(sandbox, caller, id);
      return listPosts(sandbox, call, page, edge);
    case "insights":
      mayReadInsights(sandbox, caller, id);
      return pageInsights(contentOf(sandbox), call, page, extra, now());
    case "messages":
      if (call.method !== "POST") throw noSuchObject(call.method, id);
      return sendMessage(sandbox, call, caller);
    default:
      throw noSuchField(edge, "Page");
  }
}

function userOnly(caller: Caller, edge: string): User {
  if (caller.kind === "user") return caller;
  throw new GraphError(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (Page)`);
}
