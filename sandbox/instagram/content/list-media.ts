import { now } from "../../clock.ts";
import { contentOf } from "../../content/content-of.ts";
import { readMoment } from "../../content/read-moment.ts";
import type { Call } from "../../facebook/call.ts";
import { parseFields } from "../../facebook/fields.ts";
import { GraphError } from "../../facebook/graph-error.ts";
import { paginate } from "../../facebook/paginate.ts";
import type { Sandbox } from "../../sandbox.ts";
import { mediaOf, storiesOf } from "./media.ts";
import { mediaNode, type Publisher } from "./media-node.ts";

/** GET /{account}/media or stories, newest first. Too much at once is refused. */
export function listMedia(
  sandbox: Sandbox,
  call: Call,
  account: Publisher,
  edge: "media" | "stories",
  withInsights: boolean,
) {
  const state = contentOf(sandbox);
  const fields = parseFields(call.params.fields);
  const work = fields.some(({ name }) => name === "insights") ? 4 : 1;
  const limit = Math.min(Number(call.params.limit) || 25, 100);
  if (limit * work > state.mostWork) {
    const reduce = "Please reduce the amount of data you're asking for, then retry your request";
    throw new GraphError(1, reduce, { status: 500 });
  }

  const at = now();
  const since = readMoment(call.params.since) ?? 0;
  const until = readMoment(call.params.until) ?? Number.POSITIVE_INFINITY;
  const all = edge === "media" ? mediaOf(state, account, at) : storiesOf(state, account, at);
  const view = { state, call, account, now: at, fields, withInsights };
  return paginate(
    call,
    `${account.id}/${edge}`,
    all.filter((media) => media.at >= since && media.at <= until),
    (media) => mediaNode(view, media),
    { most: 100, kept: ["since", "until"] },
  );
}
