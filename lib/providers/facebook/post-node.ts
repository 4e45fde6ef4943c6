import { z } from "zod";
import { platformTime } from "../meta/platform-time.ts";

const image = z.object({ image: z.object({ src: z.string() }).optional() });
const attachment = z.object({ media_type: z.string().optional(), media: image.optional().catch(undefined) });
const attachments = z.object({ data: z.array(attachment).catch([]) });
const summary = z
  .object({ summary: z.object({ total_count: z.int().nonnegative() }) })
  .transform(({ summary }) => summary.total_count);

/** The fields asked of a post (“Page feed”); of a stranger's Page too, where all but the last is public. */
export const postFields = [
  "id,message,story,created_time,permalink_url,full_picture,status_type,is_published",
  "attachments{media_type,media,url,title,target,subattachments}",
  "shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)",
].join(",");

/** A post as the list tells it. Only its id and its time are sure to come. */
export const PostNode = z
  .object({
    id: z.string().min(1),
    created_time: z.string().transform(platformTime).pipe(z.date()),
    message: z.string().nullish().catch(null),
    story: z.string().nullish().catch(null),
    permalink_url: z.string().nullish().catch(null),
    full_picture: z.string().nullish().catch(null),
    is_published: z.boolean().nullish().catch(null),
    attachments: z
      .object({
        data: z
          .array(attachment.extend({ subattachments: attachments.optional().catch(undefined) }))
          .catch([]),
      })
      .nullish()
      .catch(null),
    shares: z.object({ count: z.int().nonnegative() }).nullish().catch(null),
    reactions: summary.nullish().catch(null),
    comments: summary.nullish().catch(null),
  })
  .transform((node) => ({ ...node, publishedAt: node.created_time }));
export type PostNode = z.output<typeof PostNode>;
