import type { InstagramAccount } from "../instagram/types.ts";
import type { Page } from "../state/types.ts";

/** Pages of shops that have nothing to do with the app: only what everyone sees can be read. */
export const publicPages: Page[] = [
  page("105000000000001", "Sharp Cuts Studio", "sharpcuts", "Barber Shop", 3120),
  page("105000000000003", "The Corner Chair", "thecornerchair", "Barber Shop", 940),
];

export type PublicAccount = InstagramAccount & {
  /** Not shown to everyone, and so not to apps. */
  ageGated: boolean;
};

/** Their Instagram accounts, and one that is not for children. */
export const publicAccounts: PublicAccount[] = [
  account("17841400000000101", "sharpcuts", "Sharp Cuts Studio", 5230),
  account("17841400000000103", "thecornerchair", "The Corner Chair", 860),
  { ...account("17841400000000105", "blades.and.bourbon", "Blades & Bourbon", 2210), ageGated: true },
];

function page(id: string, name: string, username: string, category: string, followers: number): Page {
  return { id, name, username, category, followers, instagramAccountId: null };
}

function account(userId: string, username: string, name: string, followers: number): PublicAccount {
  const numbers = { followers, follows: 180, media: 0 };
  return { userId, scopedId: userId, username, name, type: "Business", ageGated: false, ...numbers };
}
