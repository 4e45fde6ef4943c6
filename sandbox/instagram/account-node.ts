import { now } from "../clock.ts";
import { contentOf } from "../content/content-of.ts";
import { dayAt } from "../content/days.ts";
import { followersOn } from "../content/followers.ts";
import type { Call } from "../facebook/call.ts";
import { parseFields, selectFields } from "../facebook/fields.ts";
import type { Sandbox } from "../sandbox.ts";
import { mediaOf } from "./content/media.ts";
import { username } from "./threads.ts";
import type { InstagramAccount, InstagramState, InstagramThread } from "./types.ts";

/** GET /me or /{id}. Flat, or in a list of one as the documents print it. */
export function accountNode(
  sandbox: Sandbox,
  { habits }: InstagramState,
  call: Call,
  account: InstagramAccount,
) {
  const { userId, scopedId, type } = account;
  const content = contentOf(sandbox);
  const measured = { id: userId, followers: account.followers };
  const node = {
    id: scopedId,
    user_id: userId,
    username: account.username,
    name: account.name,
    account_type: type,
    profile_picture_url: pictureUrl(call, userId),
    followers_count: followersOn(content, measured, dayAt(now(), "UTC")),
    follows_count: account.follows,
    media_count: mediaOf(content, measured, now()).length,
    biography: `We are ${account.name}.`,
    website: undefined,
  };
  const chosen = selectFields("User", node, parseFields(call.params.fields), ["id"]);
  return habits.profile === "wrapped" ? { data: [chosen] } : chosen;
}

/** GET /{igsid}: the profile of someone who wrote to the account. */
export function customerNode(call: Call, { igsid, customerName }: InstagramThread) {
  const node = {
    id: igsid,
    name: customerName,
    username: username(customerName),
    profile_pic: pictureUrl(call, igsid),
    follower_count: 120,
    is_user_follow_business: true,
    is_business_follow_user: false,
    is_verified_user: false,
  };
  return selectFields("User", node, parseFields(call.params.fields), ["id", "name"]);
}

function pictureUrl({ origin }: Call, id: string): string {
  return `${origin}/scontent.cdninstagram.com/${id}.svg`;
}
