import type { Answer, AppCredentials } from "../connect-contract.ts";
import { Insights, lifetimeFigures } from "../meta/insights.ts";
import { itemInsights } from "../meta/item-insights.ts";
import { mediaItem } from "../meta/media-item.ts";
import { type MediaKind, type MediaNode, mediaKind } from "../meta/media-node.ts";
import type { ContentItem, SyncStep } from "../synchronization.ts";
import { callInstagram } from "./call-instagram.ts";
import { mediaMetric, mediaMetrics, refusedMediaMetric } from "./media-metrics.ts";

export type MediaRead = { items: ContentItem[]; refused: NonNullable<SyncStep["refused"]>; notes: string[] };

const fewViewers = "Instagram tells nothing of stories that fewer than five people have seen.";

/** Posts, reels or stories with what Instagram tells of each (“Instagram Media insights”). */
export async function askMedia(
  app: AppCredentials,
  token: string,
  media: readonly MediaNode[],
  lately: readonly string[],
): Promise<Answer<MediaRead>> {
  const kinds = Object.keys(mediaMetrics) as MediaKind[];
  const wanted = new Map(
    kinds.map((kind) => [
      kind,
      mediaMetrics[kind].filter((metric) => !lately.includes(mediaMetric(kind, metric))),
    ]),
  );
  const areStories = media.some((one) => mediaKind(one) === "story");
  const asked = await itemInsights({
    items: media,
    metricsOf: (one) => wanted.get(mediaKind(one)) ?? [],
    ask: async (one, metrics) => {
      const path = `${encodeURIComponent(one.id)}/insights`;
      const parameters = { metric: metrics.join(",") };
      const answer = await callInstagram(app, { path, token, parameters }, Insights);
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
    ...(areStories && { isDeniedSingly: true }),
  });
  if (!asked.ok) return asked;

  const { told, refused, denied, failed } = asked.value;
  const notes: string[] = [];
  if (denied)
    notes.push(areStories ? fewViewers : `Instagram does not tell how posts did: ${denied.sentence}`);
  if (failed > 0)
    notes.push("Instagram had a problem with the figures of some posts; they are asked for again.");
  return {
    ok: true,
    value: {
      items: media.map((one) => mediaItem(one, lifetimeFigures(told.get(one) ?? []))),
      refused: kinds.flatMap((kind) =>
        (refused.get(wanted.get(kind) ?? []) ?? []).map((metric) => refusedMediaMetric(kind, metric)),
      ),
      notes,
    },
  };
}
