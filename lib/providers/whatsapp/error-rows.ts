import type { MetaErrorRow } from "../meta/error-row.ts";
import { metaErrorRows } from "../meta/error-rows.ts";

const newToken = "Make a new access token for the system user, and enter it here.";

/** What a code means to a connection whose token a person typed; then all that Meta's products share. */
export const whatsappErrorRows: readonly MetaErrorRow[] = [
  {
    codes: [[190, 190]],
    subcodes: [458],
    kind: "reauthorize",
    sentence: "The app was removed by the user whose access token this is.",
    nextStep: newToken,
  },
  {
    codes: [[190, 190]],
    subcodes: [460],
    kind: "reauthorize",
    sentence: "The password of the user whose access token this is was changed.",
    nextStep: newToken,
  },
  {
    codes: [[190, 190]],
    subcodes: [463],
    kind: "reauthorize",
    sentence: "The access token has expired.",
    nextStep: newToken,
  },
  {
    codes: [[190, 190]],
    subcodes: [467],
    kind: "reauthorize",
    sentence: "The access token was revoked.",
    nextStep: newToken,
  },
  {
    codes: [
      [190, 190],
      [102, 102],
      [0, 0],
    ],
    kind: "reauthorize",
    sentence: "Meta does not accept the access token.",
    nextStep: newToken,
  },
  {
    codes: [[200, 200]],
    subcodes: [1349174],
    kind: "permission_missing",
    sentence: "The access token does not reach this WhatsApp account.",
    nextStep: "In Meta's business settings, give the system user the WhatsApp account with full control.",
  },
  {
    codes: [
      [3, 3],
      [10, 10],
      [131005, 131005],
      [200, 299],
    ],
    kind: "permission_missing",
    sentence: "The access token lacks a permission for this.",
    nextStep:
      "Make a new access token with whatsapp_business_management and whatsapp_business_messaging, and enter it here.",
  },
  {
    codes: [[33, 33]],
    kind: "gone",
    sentence: "The phone number was deleted at Meta.",
    nextStep: "Disconnect it, or connect its successor.",
  },
  ...metaErrorRows,
];
