import { z } from "zod";
import { grantOf, recordConsent } from "../facebook/grants.ts";
import { issueUserToken, pageTokenFrom } from "../facebook/tokens.ts";
import type { FacebookState } from "../state/types.ts";
import { refuse } from "./read-input.ts";

const everythingForPages = [
  "public_profile",
  "pages_show_list",
  "pages_manage_metadata",
  "pages_messaging",
  "pages_read_engagement",
  "pages_read_user_content",
  "read_insights",
  "instagram_basic",
  "instagram_manage_insights",
  "business_management",
];

export const GrantRequest = z.object({
  personId: z.string(),
  pageIds: z.array(z.string()).min(1),
  permissions: z.array(z.string()).default(everythingForPages),
});

/** As if the person had gone through the dialog and the app had exchanged its code. Earlier Pages stay granted. */
export function grant(
  state: FacebookState,
  { personId, pageIds, permissions }: z.infer<typeof GrantRequest>,
) {
  const person = state.people[personId];
  if (!person) throw refuse("There is no such person", 404);
  const stranger = pageIds.find((id) => !person.roles.some(({ pageId }) => pageId === id));
  if (stranger) throw refuse(`${person.name} has no role on the Page ${stranger}`);

  const all = [...new Set([...grantOf(state, personId).pageIds, ...pageIds])];
  recordConsent(state, personId, { granted: permissions, declined: [], pageIds: all });

  const user = issueUserToken(state, personId, true);
  return {
    userToken: user.value,
    expiresAt: user.expiresAt,
    pages: pageIds.map((id) => ({
      id,
      name: state.pages[id]?.name ?? "",
      accessToken: pageTokenFrom(state, user, id).value,
    })),
  };
}
