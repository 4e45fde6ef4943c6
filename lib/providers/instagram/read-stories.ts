import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import { MediaNode, mediaFields } from "../meta/media-node.ts";
import { ListAnswer } from "../meta/read-list.ts";
import { askMedia } from "./ask-media.ts";
import { callInstagram } from "./call-instagram.ts";
import type { ContentRead } from "./read-media.ts";
import { openSecrets } from "./secrets.ts";

/** The stories of the last day; Instagram lists no older ones. One that is no longer listed was not removed. */
export async function readStories(
  app: AppCredentials,
  { externalId, secrets }: Account,
  lately: readonly string[],
): Promise<Answer<ContentRead>> {
  const token = openSecrets(secrets).accessToken;
  const path = `${encodeURIComponent(externalId)}/stories`;
  const call = { path, token, parameters: { fields: mediaFields, limit: "100" } };
  const answer = await callInstagram(app, call, ListAnswer);
  if (!answer.ok) return answer;

  const stories = answer.value.body.data.flatMap((entry) => MediaNode.safeParse(entry).data ?? []);
  const told = stories.map((story) => ({ ...story, media_product_type: "STORY" }));
  const media = await askMedia(app, token, told, lately);
  if (!media.ok) return media;
  const { items, refused, notes } = media.value;
  return { ok: true, value: { content: { items, covers: null }, refused, notes } };
}
