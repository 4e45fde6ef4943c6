/** The webhook fields of a Page that ask for Messenger's permission. */
export const messagingFields = [
  "messages",
  "messaging_postbacks",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "messaging_referrals",
  "messaging_optins",
  "messaging_handovers",
  "standby",
  "messaging_policy_enforcement",
  "messaging_account_linking",
  "messaging_feedback",
  "response_feedback",
  "send_cart",
  "messaging_customer_information",
];

/** Every webhook field of a Page. Another one is refused with #100. */
export const pageFields = [...messagingFields, "feed", "mention", "name", "picture", "ratings", "leadgen"];
