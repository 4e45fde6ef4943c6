import { now } from "../../clock.ts";
import { type ContentState, contentOf } from "../../content/content-of.ts";
import { dayAt } from "../../content/days.ts";
import { followersOn } from "../../content/followers.ts";
import { publicAccounts } from "../../content/strangers.ts";
import type { Call, Caller } from "../../facebook/call.ts";
import { type Field, parseFields, selectFields } from "../../facebook/fields.ts";
import { isGranted, mayActForPage } from "../../facebook/grants.ts";
import { GraphError } from "../../facebook/graph-error.ts";
import { paginate } from "../../facebook/paginate.ts";
import { noSuchObject } from "../../facebook/refusals.ts";
import type { Sandbox } from "../../sandbox.ts";
import { instagramOf } from "../instagram-of.ts";
import { notAllowed } from "../tokens.ts";
import type { InstagramAccount } from "../types.ts";
import { mediaOf } from "./media.ts";
import { mediaNode } from "./media-node.ts";

type Someone = Caller & { kind: "user" | "page" };
const needed = ["instagram_manage_insights", "pages_read_engagement"];

/** GET /{account} on Facebook's host, for the account linked to a Page; in it `business_discovery` tells of any other. */
export function linkedAccount(
  sandbox: Sandbox,
  call: Call,
  caller: Someone,
  account: InstagramAccount,
): object {
  const { facebook } = sandbox;
  const granted = (permission: string) => isGranted(facebook, caller.person.id, permission);
  const page = Object.values(facebook.pages).find(
    ({ instagramAccountId }) => instagramAccountId === account.userId,
  );
  const reachable =
    page &&
    (caller.kind === "page"
      ? caller.page.id === page.id
      : mayActForPage(facebook, caller.person.id, page.id));
  if (!reachable || !granted("instagram_basic") || call.method !== "GET")
    throw noSuchObject(call.method, account.userId);

  const fields = parseFields(call.params.fields);
  const asked = fields.find(({ name }) => name === "business_discovery");
  if (asked && !needed.every(granted)) throw notAllowed();

  const node = {
    ...publicFields(contentOf(sandbox), call, account),
    business_discovery: asked ? discovered(sandbox, call, asked) : undefined,
  };
  return selectFields("IGUser", node, fields, ["id"]);
}

function discovered(sandbox: Sandbox, call: Call, { modifiers, inner }: Field): object {
  const state = contentOf(sandbox);
  const { username } = modifiers ?? {};
  if (!username) throw new GraphError(100, "(#100) The parameter username is required");

  const professionals = Object.values(instagramOf(sandbox).accounts).filter(
    ({ type }) => type !== "Personal",
  );
  const everyone = [...professionals, ...publicAccounts.filter(({ ageGated }) => !ageGated)];
  const found = everyone.find((one) => one.username === username.toLowerCase());
  if (!found) throw notFound(username);

  const media = inner.find(({ name }) => name === "media");
  const listed = media ? listedMedia(state, call, found, media) : undefined;
  const plain = inner.map((field) => (field.name === "media" ? { ...field, inner: [] } : field));
  return selectFields("IGUser", { ...publicFields(state, call, found), media: listed }, plain, ["id"]);
}

/** Only cursors, never an address for the next page. */
function listedMedia(
  state: ContentState,
  call: Call,
  found: InstagramAccount,
  { modifiers = {}, inner }: Field,
) {
  const account = { ...found, id: found.userId };
  const view = { state, call, account, now: now(), fields: inner, withInsights: false };
  const asked = { ...call, params: modifiers };
  const all = mediaOf(state, account, view.now);
  const page = paginate(asked, "media", all, (media) => mediaNode(view, media), { most: 50 });
  return { data: page.data, ...(page.paging ? { paging: { cursors: page.paging.cursors } } : {}) };
}

function publicFields(
  state: ContentState,
  call: Call,
  { userId, username, name, followers, follows }: InstagramAccount,
) {
  const measured = { id: userId, followers };
  return {
    id: userId,
    username,
    name,
    biography: `We are ${name}.`,
    website: undefined,
    profile_picture_url: `${call.origin}/scontent.cdninstagram.com/${userId}.svg`,
    followers_count: followersOn(state, measured, dayAt(now(), "UTC")),
    follows_count: follows,
    media_count: mediaOf(state, measured, now()).length,
  };
}

function notFound(username: string): GraphError {
  return new GraphError(110, "Invalid user id", {
    subcode: 2_207_013,
    transient: false,
    userTitle: "Cannot find User",
    userMessage: `The user with username: ${username} cannot be found.`,
  });
}
