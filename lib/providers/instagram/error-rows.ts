import type { MetaErrorRow } from "../meta/error-row.ts";
import { metaErrorRows } from "../meta/error-rows.ts";

const reconnect = "Reconnect it.";

/** What Instagram's hosts mean by a code where it is not what Graph means; then all that they share. */
export const instagramErrorRows: readonly MetaErrorRow[] = [
  {
    codes: [[190, 190]],
    subcodes: [458],
    kind: "reauthorize",
    sentence: "This app was removed from the Instagram account, under Apps and websites.",
    nextStep: reconnect,
  },
  {
    codes: [[190, 190]],
    subcodes: [459, 464],
    kind: "reauthorize",
    sentence: "Instagram asks the account's owner to confirm who they are.",
    nextStep: "Sign in to Instagram, follow what it asks, then reconnect.",
  },
  {
    codes: [[190, 190]],
    subcodes: [460],
    kind: "reauthorize",
    sentence: "The password of the Instagram account was changed.",
    nextStep: reconnect,
  },
  {
    codes: [[190, 190]],
    subcodes: [463],
    kind: "reauthorize",
    sentence: "The access that Instagram gave has expired.",
    nextStep: reconnect,
  },
  {
    codes: [[190, 190]],
    subcodes: [467],
    kind: "reauthorize",
    sentence: "Instagram signed the account out.",
    nextStep: reconnect,
  },
  {
    codes: [[400, 400]],
    kind: "rejected",
    sentence:
      "Instagram did not take this attempt: it was used already or has lapsed, or the app id, its secret or this address is not as registered.",
    nextStep: "Start again. If it happens again, compare the settings with the app's dashboard.",
  },
  {
    codes: [[200, 200]],
    subcodes: [2534041],
    kind: "permission_missing",
    sentence: "The account does not let connected tools read its messages.",
    nextStep: "In the Instagram app, under Message controls, switch on access for connected tools.",
  },
  {
    codes: [[10, 10]],
    subcodes: [2534048],
    kind: "misconfigured",
    sentence: "Meta has not approved this app for messages of people who have no role in it.",
    nextStep: "Ask for Advanced Access to messages in App Review.",
  },
  {
    codes: [[100, 100]],
    subcodes: [2534014],
    kind: "rejected",
    sentence: "Instagram does not know this customer on this account.",
    nextStep: "Answer in the conversation on the account they wrote to.",
  },
  {
    codes: [[25, 25]],
    kind: "account_restricted",
    sentence: "Instagram has restricted this account.",
    nextStep: "Sign in to the Instagram app and follow what it asks.",
  },
  {
    codes: [[551, 551]],
    kind: "recipient_unreachable",
    sentence: "This person cannot be reached: they blocked the account or left.",
    nextStep: "They can start a new conversation.",
  },
  ...metaErrorRows,
];
