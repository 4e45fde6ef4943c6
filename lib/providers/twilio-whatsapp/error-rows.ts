import type { FaultKind } from "../connect-contract.ts";

export type TwilioErrorRow = { codes: number[]; kind: FaultKind; sentence: string; nextStep: string };

const otherWay = "Reach the customer another way.";

/** Twilio's error codes in words (its error dictionary). Its own texts are often empty and change, so none is repeated. */
export const twilioErrorRows: readonly TwilioErrorRow[] = [
  {
    codes: [20003],
    kind: "reauthorize",
    sentence:
      "Twilio does not accept this Account SID with this Auth Token: one of them is mistyped, the token was changed, or the account is suspended.",
    nextStep: "Copy both from the first page of the Twilio Console and enter them again.",
  },
  {
    codes: [20403, 10001, 20005],
    kind: "account_restricted",
    sentence: "Twilio has suspended or closed this account.",
    nextStep:
      "Look at Billing in the Twilio Console. After a payment it takes 5 to 10 minutes until it works again.",
  },
  {
    codes: [20008],
    kind: "wrong_token",
    sentence: "These are Twilio's test credentials, which reach no real number.",
    nextStep: "Enter the live Account SID and Auth Token from the first page of the Twilio Console.",
  },
  {
    codes: [20404],
    kind: "gone",
    sentence: "Twilio does not find it in this account.",
    nextStep: "Look in the Twilio Console which account it belongs to, and connect that one.",
  },
  {
    codes: [20429],
    kind: "rate_limited",
    sentence: "Twilio asks us to slow down for a while.",
    nextStep: "Nothing was lost. It continues by itself.",
  },
  {
    codes: [21211],
    kind: "recipient_unreachable",
    sentence:
      "Twilio does not take this customer's address. That also happens when they hide their phone number.",
    nextStep: "Answer when they write again, or reach them another way.",
  },
  {
    codes: [21408],
    kind: "misconfigured",
    sentence: "This Twilio account may not write to the customer's country.",
    nextStep: "Allow the country under Messaging, Settings, Geo permissions in the Twilio Console.",
  },
  {
    codes: [21606],
    kind: "misconfigured",
    sentence: "The number cannot send this kind of message.",
    nextStep: "Look under Messaging, Senders in the Twilio Console whether it is still set up for WhatsApp.",
  },
  {
    codes: [21607],
    kind: "rejected",
    sentence: "A trial account may send from its trial number only.",
    nextStep: "Upgrade the account in the Twilio Console.",
  },
  {
    codes: [21608],
    kind: "recipient_unreachable",
    sentence: "A trial account may write to verified numbers only, and this is none.",
    nextStep: "Verify the number in the Twilio Console, or upgrade the account.",
  },
  {
    codes: [21610],
    kind: "recipient_unreachable",
    sentence: "This customer asked not to be written to.",
    nextStep: "They can write START to be reached again.",
  },
  {
    codes: [30002],
    kind: "account_restricted",
    sentence: "The Twilio account was suspended before the message left.",
    nextStep: "Look at Billing in the Twilio Console, then send it again.",
  },
  {
    codes: [30016, 63008],
    kind: "misconfigured",
    sentence: "Sender and customer are not on the same channel.",
    nextStep:
      "Look under Messaging, Senders in the Twilio Console whether the number is set up for WhatsApp.",
  },
  {
    codes: [63031],
    kind: "rejected",
    sentence: "The message was addressed to the sender itself.",
    nextStep: "Write to another number.",
  },
  {
    codes: [63003],
    kind: "recipient_unreachable",
    sentence: "This number is not on WhatsApp, or not any more.",
    nextStep: otherWay,
  },
  {
    codes: [63007],
    kind: "misconfigured",
    sentence: "The number is not a WhatsApp sender of this Twilio account, or not approved yet.",
    nextStep: "Look under Messaging, Senders, WhatsApp senders in the Twilio Console.",
  },
  {
    codes: [63013],
    kind: "rejected",
    sentence:
      "WhatsApp's rules do not allow this message: an empty blank in a template, too many spaces, or an attachment it does not take.",
    nextStep: "Change the message and send it again.",
  },
  {
    codes: [63015],
    kind: "recipient_unreachable",
    sentence: "This customer has not joined Twilio's sandbox, or their three days are over.",
    nextStep: "They join by sending the sandbox's join words to its number.",
  },
  {
    codes: [63016],
    kind: "window_closed",
    sentence: "More than 24 hours have passed since the customer last wrote.",
    nextStep: "Send an approved template instead.",
  },
  {
    codes: [63018],
    kind: "rate_limited",
    sentence: "The number has sent more than WhatsApp allows at a time.",
    nextStep: "Wait a little, then send it again.",
  },
  {
    codes: [63019],
    kind: "rejected",
    sentence: "The attachment could not be fetched.",
    nextStep: "Attach it again, or send another file.",
  },
  {
    codes: [63020],
    kind: "account_restricted",
    sentence: "The business has not accepted Twilio's invitation at Meta.",
    nextStep: "Open Meta Business Manager, Requests, and accept Twilio's.",
  },
  {
    codes: [63021],
    kind: "rejected",
    sentence: "WhatsApp refused the content, or the filled-in template is longer than 1,024 characters.",
    nextStep: "Shorten or change it and send it again.",
  },
  {
    codes: [63024],
    kind: "recipient_unreachable",
    sentence: "WhatsApp does not know this customer's address.",
    nextStep: otherWay,
  },
  {
    codes: [11200, 12300, 57012],
    kind: "misconfigured",
    sentence: "Twilio could not hand a message to this installation.",
    nextStep: "Check the connection's webhook, and that APP_URL is the address Twilio reaches.",
  },
];
