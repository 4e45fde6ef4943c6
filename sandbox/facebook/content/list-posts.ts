import { now } from "../../clock.ts";
import { contentOf } from "../../content/content-of.ts";
import { readMoment } from "../../content/read-moment.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { Page } from "../../state/types.ts";
import type { Call } from "../call.ts";
import { type Field, parseFields } from "../fields.ts";
import { GraphError } from "../graph-error.ts";
import { paginate } from "../paginate.ts";
import { pagePosts } from "./page-posts.ts";
import { postNode } from "./post-node.ts";

/** GET /{page}/posts: newest first, of a time if asked. Too much at once is refused. */
export function listPosts(sandbox: Sandbox, call: Call, page: Page, edge: string, isPublic = false) {
  const state = contentOf(sandbox);
  const fields = parseFields(call.params.fields);
  const limit = Math.min(Number(call.params.limit) || 25, 100);
  if (limit * costOf(fields) > state.mostWork) {
    const reduce = "Please reduce the amount of data you're asking for, then retry your request";
    throw new GraphError(1, reduce, { status: 500 });
  }

  const since = readMoment(call.params.since) ?? 0;
  const until = readMoment(call.params.until) ?? Number.POSITIVE_INFINITY;
  const view = { state, call, page, now: now(), fields, isPublic };
  const posts = pagePosts(state, page, view.now).filter(({ at }) => at >= since && at <= until);
  const paging = { most: 100, kept: ["since", "until"] };
  return paginate(call, `${page.id}/${edge}`, posts, (post) => postNode(view, post), paging);
}

/** How much work one post is: the lists within it count, its figures more than the others. */
function costOf(fields: Field[]): number {
  const work: Record<string, number> = { attachments: 1, reactions: 1, comments: 1, insights: 3 };
  return fields.reduce((sum, { name }) => sum + (work[name] ?? 0), 1);
}
