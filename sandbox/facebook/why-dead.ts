import { nowSeconds } from "../clock.ts";
import type { FacebookState, Token } from "../state/types.ts";
import { mayActForPage, roleOn } from "./grants.ts";
import { hasExpired } from "./tokens.ts";

export type Death = { subcode?: number; message: string };

const notGranted =
  "(#190) Any of the pages_read_engagement, pages_manage_metadata, pages_read_user_content, pages_manage_ads, pages_show_list or pages_messaging permission(s) must be granted before impersonating a user's page.";

const noRole =
  "Error validating access token: The user must be an administrator, editor, or moderator of the page in order to impersonate it. If the page business requires Two Factor Authentication, the user also needs to enable Two Factor Authentication.";

/** Why Meta would refuse this token with code 190, or null while it works. */
export function whyDead(state: FacebookState, token: Token): Death | null {
  if (token.dead) return token.dead;
  if (hasExpired(token)) {
    return {
      subcode: 463,
      message: `Error validating access token: Session has expired on ${pacific(token.expiresAt)}. The current time is ${pacific(nowSeconds())}.`,
    };
  }
  if (token.kind === "PAGE" && token.pageId) {
    if (!roleOn(state.people[token.personId], token.pageId)) return { subcode: 492, message: noRole };
    if (!mayActForPage(state, token.personId, token.pageId)) return { message: notGranted };
  }
  return null;
}

function pacific(time: number): string {
  return new Date(time * 1000).toLocaleString("en-US", {
    timeZone: "America/Los_Angeles",
    dateStyle: "full",
    timeStyle: "short",
  });
}
