import { createHmac } from "node:crypto";
import { now } from "../clock.ts";
import { contentOf } from "../content/content-of.ts";
import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { noSuchField, noSuchObject } from "../facebook/refusals.ts";
import type { Sandbox } from "../sandbox.ts";
import { accountNode, customerNode } from "./account-node.ts";
import { accountInsights } from "./content/account-insights.ts";
import { listMedia } from "./content/list-media.ts";
import { routeMedia } from "./content/route-media.ts";
import { basicScope, insightsScope } from "./scopes.ts";
import { sendMessage } from "./send-message.ts";
import { subscribedApps } from "./subscribed-apps.ts";
import { livingToken, notAllowed } from "./tokens.ts";
import type { InstagramState } from "./types.ts";

/** Finds what is asked for, for the account whose token it is. */
export function routeCall(sandbox: Sandbox, state: InstagramState, call: Call, path: string): object {
  const [, first = "", edge = ""] = path.split("/");
  const { userId } = authenticate(sandbox, state, call);
  const account = state.accounts[userId];
  if (!account) throw noSuchObject(call.method, first);
  if (!state.grants[userId]?.includes(basicScope)) throw notAllowed();

  const publisher = { id: userId, username: account.username, followers: account.followers };
  const readsInsights = state.grants[userId].includes(insightsScope);
  const withInsights = () => {
    if (!readsInsights) throw notAllowed();
  };
  if (![userId, account.scopedId, "me"].includes(first)) {
    const media = routeMedia(sandbox, call, { account: publisher, id: first, edge, withInsights });
    if (media) return media;
    const thread = state.threads[first];
    if (thread?.userId !== userId || edge !== "") throw noSuchObject(call.method, first);
    return customerNode(call, thread);
  }
  switch (edge) {
    case "":
      return accountNode(sandbox, state, call, account);
    case "media":
    case "stories":
      if (call.method !== "GET") throw noSuchObject(call.method, first);
      if (call.params.fields?.includes("insights")) withInsights();
      return listMedia(sandbox, call, publisher, edge, readsInsights);
    case "insights":
      withInsights();
      return accountInsights(contentOf(sandbox), call, publisher, now());
    case "subscribed_apps":
      return subscribedApps(sandbox, state, call, userId);
    case "messages":
      if (call.method !== "POST") throw noSuchObject(call.method, first);
      return sendMessage(sandbox, state, call, userId);
    default:
      throw noSuchField(edge, "User");
  }
}

function authenticate({ config }: Sandbox, state: InstagramState, { params, path }: Call) {
  const { access_token: value, appsecret_proof: proof } = params;
  if (!value) {
    throw new GraphError(2500, `An active access token must be used to query information about ${path}.`);
  }
  // Not asked for here, but a wrong one is refused.
  const expected = createHmac("sha256", config.instagram.appSecret).update(value).digest("hex");
  if (proof !== undefined && proof !== expected) {
    throw new GraphError(100, "Invalid appsecret_proof provided in the API argument", {
      type: "GraphMethodException",
    });
  }
  return livingToken(state, value);
}
