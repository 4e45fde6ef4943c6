/** The webhook fields of an account, and the scope each needs. Another one is refused with #100. */
export const fieldScopes: Record<string, string> = {
  ...Object.fromEntries(
    [
      "messages",
      "message_reactions",
      "message_edit",
      "message_echoes",
      "messaging_postbacks",
      "messaging_referral",
      "messaging_seen",
      "messaging_optins",
      "messaging_handover",
      "standby",
    ].map((field) => [field, "instagram_business_manage_messages"]),
  ),
  comments: "instagram_business_manage_comments",
  live_comments: "instagram_business_manage_comments",
  mentions: "instagram_business_manage_comments",
};
