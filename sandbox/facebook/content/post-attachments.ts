import type { Published } from "../../content/published.ts";
import type { Call } from "../call.ts";
import type { PostKind } from "./page-posts.ts";

export const statusTypes: Record<PostKind, string> = {
  photo: "added_photos",
  album: "added_photos",
  video: "added_video",
  link: "shared_story",
  status: "mobile_status_update",
};

type Attachment = {
  media_type: string;
  type: string;
  media?: { image: { height: number; width: number; src: string }; source?: string };
  url: string;
  title?: string;
  description?: string;
  target: { id?: string; url: string };
  subattachments?: { data: Attachment[] };
};

/** The pictures of a post; nothing when it is only text. */
export function postAttachments(call: Call, { id }: Published, kind: PostKind) {
  if (kind === "status") return undefined;

  const number = id.split("_")[1] ?? "";
  const url = `https://www.facebook.com/photo/?fbid=${number}`;
  const image = (name: string) => ({ height: 720, width: 720, src: `${call.assetsUrl}/posts/${name}.svg` });
  const photo = (name: string): Attachment => ({
    media_type: "photo",
    type: "photo",
    media: { image: image(name) },
    url,
    target: { id: name, url },
  });

  const shapes: Record<Exclude<PostKind, "status">, Attachment> = {
    photo: photo(number),
    album: {
      ...photo(number),
      media_type: "album",
      type: "album",
      title: "Photos from the week",
      subattachments: { data: [photo(number), photo(`${number}2`), photo(`${number}3`)] },
    },
    video: {
      ...photo(number),
      media_type: "video",
      type: "video_inline",
      media: { image: image(number), source: `${call.assetsUrl}/posts/${number}.mp4` },
    },
    link: {
      media_type: "link",
      type: "share",
      title: "Opening hours and prices",
      description: "Everything on one page",
      media: { image: image(number) },
      url: "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fprices",
      target: { url: "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fprices" },
    },
  };
  return { data: [shapes[kind]] };
}
