import type { ScopeMeaning } from "../connect-contract.ts";

/** What we ask for, no more than the product uses (“Permissions reference”). */
export const facebookScopes = [
  {
    scope: "pages_show_list",
    allows: "List the Pages you manage",
    without: "Comments and posts do not arrive here.",
  },
  {
    scope: "pages_manage_metadata",
    allows: "Be told when something happens on a Page",
    without: "Nothing that happens on the Page arrives here.",
  },
  {
    scope: "pages_messaging",
    allows: "Read and answer messages",
    without: "Messages can be neither read nor answered.",
  },
  {
    scope: "pages_read_engagement",
    allows: "See the Page's posts and followers",
    without: "The Page's posts and followers are not shown.",
  },
  {
    scope: "pages_read_user_content",
    allows: "See what visitors write on the Page",
    without: "Visitors' comments and posts are not shown.",
  },
  {
    scope: "read_insights",
    allows: "See how the Page is doing",
    without: "There are no figures for this Page in Analytics.",
  },
  {
    scope: "instagram_basic",
    allows: "See the Instagram account linked to the Page",
    without: null,
  },
  {
    scope: "instagram_manage_insights",
    allows: "Compare the linked Instagram account with others",
    without: null,
  },
  {
    scope: "business_management",
    allows: "Find Pages that belong to a business portfolio",
    without: null,
  },
] as const satisfies readonly ScopeMeaning[];
