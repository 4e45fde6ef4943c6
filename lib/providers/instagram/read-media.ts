import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { MediaNode, mediaFields } from "../meta/media-node.ts";
import { ListAnswer, readList } from "../meta/read-list.ts";
import type { SyncCursor } from "../meta/sync-cursor.ts";
import type { TimeWindow } from "../meta/time-windows.ts";
import type { ContentItem, SyncStep } from "../synchronization.ts";
import { askMedia } from "./ask-media.ts";
import { callInstagram } from "./call-instagram.ts";
import { openSecrets } from "./secrets.ts";

export type ContentRead = Pick<SyncStep, "content" | "refused" | "notes">;

/** What the list of posts holds: stories have one of their own. */
const listed: ContentItem["type"][] = ["post", "reel", "video"];

/** One page of an account's posts and reels (“IG User Media”), with how they did. */
export async function readMedia(
  app: AppCredentials,
  { externalId, secrets }: Account,
  cursor: SyncCursor,
  window: TimeWindow,
  lately: readonly string[],
): Promise<Answer<ContentRead & { next: SyncCursor | null }>> {
  const token = openSecrets(secrets).accessToken;
  const path = `${encodeURIComponent(externalId)}/media`;
  const list = await readList(
    cursor,
    window,
    async (parameters) => {
      const call = { path, token, parameters: { ...parameters, fields: mediaFields } };
      const answer = await callInstagram(app, call, ListAnswer);
      return answer.ok ? { ok: true, value: answer.value.body } : answer;
    },
    MediaNode,
  );
  if (!list.ok) return list;

  const { nodes, covers, next } = list.value;
  const media = await askMedia(app, token, nodes, lately);
  if (!media.ok) return media;
  const { items, refused, notes } = media.value;
  return {
    ok: true,
    value: { content: { items, covers: covers && { ...covers, types: listed } }, refused, notes, next },
  };
}
