import type { InstagramAccount, InstagramState } from "./types.ts";

// The first is the one linked to the Page of the same shop. The ids are odd and beyond 2^53, as Instagram's are:
// read as numbers they would change.
const seeded: InstagramAccount[] = [
  account("17841400000000001", "24900000000000101", "fadeandco", "Fade & Co. Barbershop", "Business"),
  account("17841400000000003", "24900000000000103", "marco.rossi", "Marco Rossi", "Personal"),
  account("17841400000000005", "24900000000000105", "harbourbakery", "Harbour Bakery", "Media_Creator"),
];

/** Instagram before anyone has connected anything. */
export function freshInstagram(): InstagramState {
  return {
    accounts: Object.fromEntries(seeded.map((one) => [one.userId, one])),
    grants: {},
    codes: {},
    tokens: {},
    subscriptions: {},
    threads: {},
    refreshes: {},
    habits: {
      exchange: "wrapped",
      profile: "flat",
      signing: "instagram",
      refusedField: null,
      developmentMode: false,
    },
  };
}

function account(
  userId: string,
  scopedId: string,
  username: string,
  name: string,
  type: InstagramAccount["type"],
): InstagramAccount {
  return { userId, scopedId, username, name, type, followers: 1284, follows: 212, media: 96 };
}
