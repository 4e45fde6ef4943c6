import { codes, type MetaErrorRow } from "./error-row.ts";

/** What Meta says of one message, post or attachment; none of it is about the access. */
export const sendErrorRows: readonly MetaErrorRow[] = [
  {
    codes: codes(10),
    subcodes: [2018278, 2534022],
    kind: "window_closed",
    sentence: "More than 24 hours have passed since the customer last wrote.",
    nextStep: "Wait until they write again.",
  },
  {
    codes: codes(10),
    subcodes: [2018300],
    kind: "other_app_controls",
    sentence: "Another app answers this conversation at the moment.",
    nextStep: "Take the conversation over, then send again.",
  },
  {
    codes: codes(551),
    kind: "recipient_unreachable",
    sentence: "This person cannot be reached: they blocked the Page or left.",
    nextStep: "They can start a new conversation.",
  },
  {
    codes: codes(1545041),
    kind: "window_closed",
    sentence: "The time in which this customer may be answered has passed.",
    nextStep: "Wait until they write again.",
  },
  {
    codes: codes(100),
    subcodes: [2018001],
    kind: "rejected",
    sentence: "Facebook does not know this customer on this Page.",
    nextStep: "Answer in the conversation on the Page they wrote to.",
  },
  {
    codes: codes(100),
    subcodes: [2018276],
    kind: "window_closed",
    sentence: "Answers after 24 hours are not approved for this app.",
    nextStep: "Wait until the customer writes again.",
  },
  {
    codes: codes(131047),
    kind: "window_closed",
    sentence: "More than 24 hours have passed since the customer last wrote.",
    nextStep: "Send an approved template instead.",
  },
  {
    codes: codes(131026),
    kind: "recipient_unreachable",
    sentence: "The message cannot be delivered: no WhatsApp, an old version, or terms not accepted.",
    nextStep: "Reach the customer another way.",
  },
  {
    codes: codes(131049),
    kind: "recipient_unreachable",
    sentence: "WhatsApp held the message back so that this person is not written to too often.",
    nextStep: "Wait at least a day.",
  },
  {
    codes: codes(131050),
    kind: "recipient_unreachable",
    sentence: "This customer does not want marketing messages.",
    nextStep: "Write only when they ask something.",
  },
  {
    codes: codes(131051, 131052, 131053),
    kind: "rejected",
    sentence: "This kind of attachment cannot be sent or fetched.",
    nextStep: "Try another file type.",
  },
  {
    codes: codes(132000, 132001, 132012, 132015, 132016),
    kind: "rejected",
    sentence: "The template does not fit: it is missing, paused, or its blanks do not match.",
    nextStep: "Choose another template or correct this one.",
  },
  {
    codes: codes(506),
    kind: "rejected",
    sentence: "The same post was published just before.",
    nextStep: "Change it, or leave it as it is.",
  },
];
