import type { FaultKind } from "../connect-contract.ts";

/** What some of Meta's error codes mean, and what to do about them. */
export type MetaErrorRow = {
  /** Codes from, to; a single code is both. */
  codes: [number, number][];
  subcodes?: number[];
  kind: FaultKind;
  sentence: string;
  nextStep: string;
};

const one = (...codes: number[]): [number, number][] => codes.map((code) => [code, code]);

const reconnect = "Reconnect it.";
const waits = "Nothing was lost. It continues by itself.";

/** Graph's error codes in words (“Handling Errors”, Messenger and WhatsApp error lists). Rows with subcodes come first. */
export const metaErrorRows: readonly MetaErrorRow[] = [
  {
    codes: one(190),
    subcodes: [458],
    kind: "reauthorize",
    sentence: "The person who connected it removed this app from their Facebook account.",
    nextStep: reconnect,
  },
  {
    codes: one(190),
    subcodes: [459, 464],
    kind: "reauthorize",
    sentence: "Facebook asks the person who connected it to confirm who they are.",
    nextStep: "Sign in at facebook.com, follow what it asks, then reconnect.",
  },
  {
    codes: one(190),
    subcodes: [460],
    kind: "reauthorize",
    sentence: "The password of the account that connected it was changed.",
    nextStep: reconnect,
  },
  {
    codes: one(190),
    subcodes: [463],
    kind: "reauthorize",
    sentence: "The access that Facebook gave has expired.",
    nextStep: reconnect,
  },
  {
    codes: one(190),
    subcodes: [467],
    kind: "reauthorize",
    sentence: "The person who connected it was signed out by Facebook.",
    nextStep: reconnect,
  },
  {
    codes: one(190),
    subcodes: [492],
    kind: "reauthorize",
    sentence: "The person who connected it no longer has a role on the Page.",
    nextStep: "Ask an admin of the Page to give the role back or to reconnect.",
  },
  {
    codes: one(10),
    subcodes: [2018278, 2534022],
    kind: "window_closed",
    sentence: "More than 24 hours have passed since the customer last wrote.",
    nextStep: "Wait until they write again.",
  },
  {
    codes: one(10),
    subcodes: [2018300],
    kind: "other_app_controls",
    sentence: "Another app answers this conversation at the moment.",
    nextStep: "Take the conversation over, then send again.",
  },
  {
    codes: one(100),
    subcodes: [36007, 36009],
    kind: "rejected",
    sentence: "Facebook's permission for this one attempt was used already or has lapsed.",
    nextStep: "Start again. Nothing was changed.",
  },
  {
    codes: one(551),
    kind: "recipient_unreachable",
    sentence: "This person cannot be reached: they blocked the Page or left.",
    nextStep: "They can start a new conversation.",
  },
  {
    codes: one(1545041),
    kind: "window_closed",
    sentence: "The time in which this customer may be answered has passed.",
    nextStep: "Wait until they write again.",
  },
  {
    codes: one(100),
    subcodes: [2018001],
    kind: "rejected",
    sentence: "Facebook does not know this customer on this Page.",
    nextStep: "Answer in the conversation on the Page they wrote to.",
  },
  {
    codes: one(100),
    subcodes: [2018276],
    kind: "window_closed",
    sentence: "Answers after 24 hours are not approved for this app.",
    nextStep: "Wait until the customer writes again.",
  },
  {
    codes: one(33),
    kind: "gone",
    sentence: "The account no longer exists on the platform.",
    nextStep: "Disconnect it, or connect its successor.",
  },
  {
    codes: one(190, 102, 0),
    kind: "reauthorize",
    sentence: "The access that was granted is no longer valid.",
    nextStep: reconnect,
  },
  {
    codes: [...one(3, 10, 131005), [200, 299]],
    kind: "permission_missing",
    sentence: "A permission for this is missing.",
    nextStep: "Reconnect and leave every permission ticked.",
  },
  {
    codes: one(368, 131031, 131048),
    kind: "account_restricted",
    sentence: "Meta has restricted this account.",
    nextStep: "Look at the account's quality page at Meta; it says why and how to object.",
  },
  {
    codes: one(131042),
    kind: "account_restricted",
    sentence: "There is a problem with how this account pays Meta.",
    nextStep: "Check the payment method in Meta's business settings.",
  },
  {
    codes: one(4, 17, 32, 341, 613, 80001, 80002, 80006, 80007, 80008, 130429, 131056),
    kind: "rate_limited",
    sentence: "Meta asks us to slow down for a while.",
    nextStep: waits,
  },
  {
    codes: one(1, 2, 131000, 131016, 131057),
    kind: "temporary",
    sentence: "Meta has a temporary problem.",
    nextStep: "Nothing was lost. Try again in a few minutes.",
  },
  {
    codes: one(131047),
    kind: "window_closed",
    sentence: "More than 24 hours have passed since the customer last wrote.",
    nextStep: "Send an approved template instead.",
  },
  {
    codes: one(131026),
    kind: "recipient_unreachable",
    sentence: "The message cannot be delivered: no WhatsApp, an old version, or terms not accepted.",
    nextStep: "Reach the customer another way.",
  },
  {
    codes: one(131049),
    kind: "recipient_unreachable",
    sentence: "WhatsApp held the message back so that this person is not written to too often.",
    nextStep: "Wait at least a day.",
  },
  {
    codes: one(131050),
    kind: "recipient_unreachable",
    sentence: "This customer does not want marketing messages.",
    nextStep: "Write only when they ask something.",
  },
  {
    codes: one(131045, 133010),
    kind: "misconfigured",
    sentence: "The number is not registered yet.",
    nextStep: "Finish registering the number, then check again.",
  },
  {
    codes: one(131051, 131052, 131053),
    kind: "rejected",
    sentence: "This kind of attachment cannot be sent or fetched.",
    nextStep: "Try another file type.",
  },
  {
    codes: one(132000, 132001, 132012, 132015, 132016),
    kind: "rejected",
    sentence: "The template does not fit: it is missing, paused, or its blanks do not match.",
    nextStep: "Choose another template or correct this one.",
  },
  {
    codes: one(2200),
    kind: "misconfigured",
    sentence: "Meta called this installation's webhook address and did not get the answer it expects.",
    nextStep: "The address in APP_URL must be reachable from the internet. Then try again.",
  },
  {
    codes: one(506),
    kind: "rejected",
    sentence: "The same post was published just before.",
    nextStep: "Change it, or leave it as it is.",
  },
  {
    codes: one(100),
    kind: "rejected",
    sentence: "Facebook did not accept part of the request.",
    nextStep: "Try again. If it happens again, tell support the code.",
  },
];
