import { now } from "../../clock.ts";
import { contentOf } from "../../content/content-of.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { Call, Caller } from "../call.ts";
import { parseFields } from "../fields.ts";
import { noSuchField, noSuchObject } from "../refusals.ts";
import { mayReadInsights, mayReadPosts } from "./may-read.ts";
import { pagePosts } from "./page-posts.ts";
import { postInsights } from "./post-insights.ts";
import { postNode } from "./post-node.ts";

/** GET /{page}_{post} and its insights. A post that was deleted does not exist. */
export function routePost(sandbox: Sandbox, call: Call, caller: Caller, id: string, edge: string): object {
  const state = contentOf(sandbox);
  const page = sandbox.facebook.pages[id.split("_")[0] ?? ""];
  const at = now();
  const post = page && pagePosts(state, page, at).find((one) => one.id === id);
  if (!page || !post || call.method !== "GET") throw noSuchObject(call.method, id);

  if (edge === "") {
    mayReadPosts(sandbox, caller, page.id);
    return postNode({ state, call, page, now: at, fields: parseFields(call.params.fields) }, post);
  }
  if (edge !== "insights") throw noSuchField(edge, "Post");
  mayReadInsights(sandbox, caller, page.id);
  return postInsights(state, page, post, {
    metric: call.params.metric ?? "",
    period: call.params.period,
    now: at,
  });
}
