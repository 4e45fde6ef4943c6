import { now } from "../../clock.ts";
import { contentOf } from "../../content/content-of.ts";
import type { Call } from "../../facebook/call.ts";
import { parseFields } from "../../facebook/fields.ts";
import { noSuchField, noSuchObject } from "../../facebook/refusals.ts";
import type { Sandbox } from "../../sandbox.ts";
import { mediaOf, storiesOf } from "./media.ts";
import { mediaInsights } from "./media-insights.ts";
import { mediaNode, type Publisher } from "./media-node.ts";

type Asked = { account: Publisher; id: string; edge: string; withInsights: () => void };

/** GET /{media} and its insights; null when this account has no such media. `withInsights` throws when they may not be seen. */
export function routeMedia(
  sandbox: Sandbox,
  call: Call,
  { account, id, edge, withInsights }: Asked,
): object | null {
  const state = contentOf(sandbox);
  const at = now();
  const all = [...storiesOf(state, account, at), ...mediaOf(state, account, at)];
  const media = all.find((one) => one.id === id);
  if (!media) return null;
  if (call.method !== "GET") throw noSuchObject(call.method, id);

  if (edge === "") {
    const fields = parseFields(call.params.fields);
    if (fields.some(({ name }) => name === "insights")) withInsights();
    return mediaNode({ state, call, account, now: at, fields, withInsights: true }, media);
  }
  if (edge !== "insights") throw noSuchField(edge, "Media");
  withInsights();
  return mediaInsights(state, account, media, call.params.metric ?? "", at);
}
