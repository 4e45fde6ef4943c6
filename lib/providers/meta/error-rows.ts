import { codes, type MetaErrorRow } from "./error-row.ts";
import { sendErrorRows } from "./send-error-rows.ts";

const reconnect = "Reconnect it.";
const waits = "Nothing was lost. It continues by itself.";

/** Graph's error codes in words (“Handling Errors”, Messenger and WhatsApp error lists). Rows with subcodes come first. */
export const metaErrorRows: readonly MetaErrorRow[] = [
  ...sendErrorRows,
  {
    codes: codes(190),
    subcodes: [458],
    kind: "reauthorize",
    sentence: "The person who connected it removed this app from their Facebook account.",
    nextStep: reconnect,
  },
  {
    codes: codes(190),
    subcodes: [459, 464],
    kind: "reauthorize",
    sentence: "Facebook asks the person who connected it to confirm who they are.",
    nextStep: "Sign in at facebook.com, follow what it asks, then reconnect.",
  },
  {
    codes: codes(190),
    subcodes: [460],
    kind: "reauthorize",
    sentence: "The password of the account that connected it was changed.",
    nextStep: reconnect,
  },
  {
    codes: codes(190),
    subcodes: [463],
    kind: "reauthorize",
    sentence: "The access that Facebook gave has expired.",
    nextStep: reconnect,
  },
  {
    codes: codes(190),
    subcodes: [467],
    kind: "reauthorize",
    sentence: "The person who connected it was signed out by Facebook.",
    nextStep: reconnect,
  },
  {
    codes: codes(190),
    subcodes: [492],
    kind: "reauthorize",
    sentence: "The person who connected it no longer has a role on the Page.",
    nextStep: "Ask an admin of the Page to give the role back or to reconnect.",
  },
  {
    codes: codes(100),
    subcodes: [36007, 36009],
    kind: "rejected",
    sentence: "Facebook's permission for this one attempt was used already or has lapsed.",
    nextStep: "Start again. Nothing was changed.",
  },
  {
    codes: codes(33),
    kind: "gone",
    sentence: "The account no longer exists on the platform.",
    nextStep: "Disconnect it, or connect its successor.",
  },
  {
    codes: codes(190, 102, 0),
    kind: "reauthorize",
    sentence: "The access that was granted is no longer valid.",
    nextStep: reconnect,
  },
  {
    codes: [...codes(3, 10, 131005), [200, 299]],
    kind: "permission_missing",
    sentence: "A permission for this is missing.",
    nextStep: "Reconnect and leave every permission ticked.",
  },
  {
    codes: codes(368, 131031, 131048),
    kind: "account_restricted",
    sentence: "Meta has restricted this account.",
    nextStep: "Look at the account's quality page at Meta; it says why and how to object.",
  },
  {
    codes: codes(131042),
    kind: "account_restricted",
    sentence: "There is a problem with how this account pays Meta.",
    nextStep: "Check the payment method in Meta's business settings.",
  },
  {
    codes: codes(4, 17, 32, 341, 613, 80001, 80002, 80006, 80007, 80008, 130429, 131056),
    kind: "rate_limited",
    sentence: "Meta asks us to slow down for a while.",
    nextStep: waits,
  },
  {
    codes: codes(1, 2, 131000, 131016, 131057),
    kind: "temporary",
    sentence: "Meta has a temporary problem.",
    nextStep: "Nothing was lost. Try again in a few minutes.",
  },
  {
    codes: codes(131045, 133010),
    kind: "misconfigured",
    sentence: "The number is not registered yet.",
    nextStep: "Finish registering the number, then check again.",
  },
  {
    codes: codes(2200),
    kind: "misconfigured",
    sentence: "Meta called this installation's webhook address and did not get the answer it expects.",
    nextStep: "The address in APP_URL must be reachable from the internet. Then try again.",
  },
  {
    codes: codes(100),
    kind: "rejected",
    sentence: "Facebook did not accept part of the request.",
    nextStep: "Try again. If it happens again, tell support the code.",
  },
];
