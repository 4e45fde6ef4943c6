import { z } from "zod";
import type { Account, Answer, AppCredentials, ProviderFault } from "../connect-contract.ts";
import { graph } from "../meta/graph.ts";
import { mediaItem } from "../meta/media-item.ts";
import { MediaNode } from "../meta/media-node.ts";
import { webAddresses } from "../meta/web-addresses.ts";
import type { CompetitorNews } from "../synchronization.ts";
import { askInPublic } from "./ask-in-public.ts";
import { unread } from "./unread.ts";

const count = z.int().nonnegative().nullish().catch(null);
const text = z.string().nullish().catch(null);
const Discovered = z.object({
  business_discovery: z.object({
    id: z.string(),
    name: text,
    profile_picture_url: text,
    followers_count: count,
    media_count: count,
    media: z
      .object({ data: z.array(z.unknown()) })
      .nullish()
      .catch(null),
  }),
});
const Linked = z.object({
  instagram_business_account: z.object({ id: z.string() }).nullish().catch(null),
});

/** What of a stranger's account and posts may be asked (“IG User Business Discovery”). */
const publicMedia =
  "id,caption,media_type,media_product_type,media_url,permalink,timestamp,like_count,comments_count";
const publicAccount = `id,username,name,profile_picture_url,followers_count,media_count,media.limit(25){${publicMedia}}`;

/**
 * What a professional Instagram account shows to everyone, by its user name. Instagram's own tokens are not taken for it:
 * it is asked in the name of the Instagram account that is linked to a connected Page, with Facebook's access.
 */
export async function discoverInstagram(
  app: AppCredentials,
  { externalId, secrets }: Account,
  handle: string,
): Promise<Answer<CompetitorNews>> {
  const competitor = { provider: "instagram", handle } as const;
  const fields = "instagram_business_account{id}";
  const page = {
    path: encodeURIComponent(externalId),
    token: secrets.pageToken ?? "",
    parameters: { fields },
  };
  const linked = await graph(app, page, Linked);
  if (!linked.ok) return unread(competitor, linked.error, refusal(linked.error));
  const asker = linked.value.body.instagram_business_account?.id;
  if (!asker) return { ok: true, value: { ...competitor, account: null, refusal: notLinked, items: [] } };

  const discovery = `business_discovery.username(${handle}){${publicAccount}}`;
  const call = { path: encodeURIComponent(asker), parameters: { fields: discovery } };
  const found = await askInPublic(app, secrets, call, Discovered);
  if (!found.ok) return unread(competitor, found.error, refusal(found.error));

  const told = found.value.business_discovery;
  const media = (told.media?.data ?? []).flatMap((entry) => MediaNode.safeParse(entry).data ?? []);
  return {
    ok: true,
    value: {
      ...competitor,
      account: {
        externalId: told.id,
        displayName: told.name || `@${handle}`,
        avatarUrl: webAddresses([told.profile_picture_url])[0] ?? null,
        followers: told.followers_count ?? null,
        posts: told.media_count ?? null,
      },
      refusal: null,
      items: media.map((one) => mediaItem(one, new Map())),
    },
  };
}

const notLinked =
  "The Facebook Page it is read through has no Instagram account linked to it, or none that we may see. Link a professional account to the Page at Facebook, then reconnect the Page with every permission ticked.";

function refusal({ kind, sentence }: ProviderFault): string {
  switch (kind) {
    case "permission_missing":
      return "The permissions for Instagram are missing. Reconnect the Facebook Page it is read through and leave every permission ticked.";
    case "rejected":
    case "gone":
      return "Instagram knows no professional account by this name, or does not show it to apps, as with personal accounts and those with an age limit.";
    default:
      return sentence;
  }
}
