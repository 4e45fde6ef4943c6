/** What a person with full control may do on a Page. */
export const allTasks = ["ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE"];

/** What each permission means, in the words of the consent page. Others are refused by the dialog. */
export const permissions: Record<string, string> = {
  public_profile: "Your name and picture",
  email: "Your e-mail address",
  business_management: "Manage your business portfolios",
  pages_show_list: "Show a list of the Pages you manage",
  pages_manage_metadata: "Manage settings and webhooks of your Pages",
  pages_messaging: "Manage and read conversations of your Pages in Messenger",
  pages_read_engagement: "Read content posted on your Pages",
  pages_read_user_content: "Read what people post on your Pages",
  pages_manage_engagement: "Answer and hide comments on your Pages",
  pages_manage_posts: "Publish on your Pages",
  read_insights: "Read the statistics of your Pages",
  instagram_basic: "Read the profile and posts of linked Instagram accounts",
  instagram_manage_messages: "Manage messages of linked Instagram accounts",
  instagram_manage_comments: "Manage comments of linked Instagram accounts",
  instagram_manage_insights: "Read the statistics of linked Instagram accounts",
  whatsapp_business_management: "Manage your WhatsApp accounts",
  whatsapp_business_messaging: "Send and receive WhatsApp messages",
};

/** Permissions a person gives for chosen Pages rather than for themselves. */
export function isForPages(permission: string): boolean {
  return permission.startsWith("pages_") || permission === "read_insights";
}

export function hasTask(tasks: string[], task: string): boolean {
  return tasks.includes(task) || tasks.includes(`PROFILE_PLUS_${task}`);
}
