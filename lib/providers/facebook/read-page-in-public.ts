import { z } from "zod";
import type { Answer, AppCredentials, ProviderFault, Secrets } from "../connect-contract.ts";
import { ListAnswer } from "../meta/read-list.ts";
import { webAddresses } from "../meta/web-addresses.ts";
import type { CompetitorNews } from "../synchronization.ts";
import { askInPublic } from "./ask-in-public.ts";
import { postItem } from "./post-item.ts";
import { PostNode, postFields } from "./post-node.ts";
import { unread } from "./unread.ts";

const count = z.int().nonnegative().nullish().catch(null);
const PublicPage = z.object({
  id: z.string(),
  name: z.string().nullish().catch(null),
  followers_count: count,
  fan_count: count,
  picture: z
    .object({ data: z.object({ url: z.string() }) })
    .nullish()
    .catch(null),
});

/**
 * What a Page shows to everyone, by its name in its address: followers and the newest posts. Meta lets an app read Pages of
 * strangers after it has reviewed it for “Page Public Content Access”. How many posts there are it tells nobody.
 */
export async function readPageInPublic(
  app: AppCredentials,
  secrets: Secrets,
  handle: string,
): Promise<Answer<CompetitorNews>> {
  const fields = "id,name,followers_count,fan_count,picture{url}";
  const call = { path: encodeURIComponent(handle), parameters: { fields } };
  const page = await askInPublic(app, secrets, call, PublicPage);
  if (!page.ok) return unread({ provider: "facebook", handle }, page.error, refusal(page.error));

  const { id, name, picture } = page.value;
  const path = `${encodeURIComponent(id)}/posts`;
  const list = { path, parameters: { fields: postFields, limit: "25" } };
  const posts = await askInPublic(app, secrets, list, ListAnswer);
  if (!posts.ok && posts.error.kind === "rate_limited") return posts;

  const listed = posts.ok ? posts.value.data : [];
  const shaped = listed.flatMap((entry) => PostNode.safeParse(entry).data ?? []);
  return {
    ok: true,
    value: {
      provider: "facebook",
      handle,
      account: {
        externalId: id,
        displayName: name || handle,
        avatarUrl: webAddresses([picture?.data.url])[0] ?? null,
        followers: page.value.followers_count ?? page.value.fan_count ?? null,
        posts: null,
      },
      // Followers are told after a smaller review than posts are.
      refusal: posts.ok ? null : refusal(posts.error),
      items: shaped.map((post) => postItem(post, new Map())),
    },
  };
}

function refusal({ kind, sentence }: ProviderFault): string {
  switch (kind) {
    case "permission_missing":
      return "Meta has not approved this installation for other businesses' Pages. Whoever runs it can ask for “Page Public Content Access” in App Review.";
    case "rejected":
    case "gone":
      return "Facebook knows no Page by this name, or does not show it to apps. The name is what follows facebook.com/ in the Page's address.";
    default:
      return sentence;
  }
}
