import type { ScopeMeaning } from "../connect-contract.ts";

export const messagesScope = "instagram_business_manage_messages";
export const commentsScope = "instagram_business_manage_comments";

/** What we ask for, no more than the product uses (“Business Login for Instagram”). */
export const instagramScopes = [
  {
    scope: "instagram_business_basic",
    allows: "See the account and its posts",
    without: "Nothing of the account can be shown.",
  },
  {
    scope: messagesScope,
    allows: "Read and answer messages",
    without: "Messages can be neither read nor answered.",
  },
  {
    scope: commentsScope,
    allows: "Read and answer comments",
    without: "Comments and mentions do not arrive here.",
  },
  {
    scope: "instagram_business_manage_insights",
    allows: "See how the account is doing",
    without: "There are no figures for this account in Analytics.",
  },
] as const satisfies readonly ScopeMeaning[];
