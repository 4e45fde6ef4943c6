/** What customers write to the demo barbershop and what it answers: the material of the demo's history. */
export type Turn =
  | { kind: "message" | "echo" | "edit"; text: string }
  | { kind: "postback"; title: string; payload: string }
  | { kind: "reaction"; emoji: string; reaction: string }
  | { kind: "image" }
  | { kind: "comment"; name: string; text: string }
  | { kind: "delivery" | "read" };

const receipts: Turn[] = [{ kind: "delivery" }, { kind: "read" }];

export const conversations: Turn[][] = [
  [
    { kind: "message", text: "Hi, are you open on Sunday?" },
    { kind: "echo", text: "Hello. We are closed on Sundays; Saturday we are here from 9 to 18." },
    ...receipts,
    { kind: "message", text: "Saturday at 11 then, beard trim and a cut" },
    { kind: "echo", text: "Saturday 11:00, beard trim and cut, 42 €. See you then." },
    ...receipts,
    { kind: "reaction", emoji: "❤️", reaction: "love" },
  ],
  [
    { kind: "postback", title: "Get started", payload: "GET_STARTED" },
    { kind: "postback", title: "Prices", payload: "PRICES" },
    { kind: "echo", text: "Haircut 28 €, beard 18 €, both 42 €, kids under 12 pay 18 €." },
    ...receipts,
  ],
  [
    { kind: "message", text: "Can you do something like this?" },
    { kind: "image" },
    { kind: "echo", text: "Yes, that is a mid fade with a textured top. Luis does these, 35 minutes." },
    ...receipts,
    { kind: "message", text: "Great, is Luis free on Thursday after 17?" },
    { kind: "edit", text: "Great, is Luis free on Friday after 17?" },
    { kind: "echo", text: "Friday 17:30 is free. Shall I book it?" },
    ...receipts,
    { kind: "message", text: "Yes please, the name is Tomás" },
  ],
  [
    { kind: "comment", name: "Nadia Ferri", text: "Best fade in town, thank you Luis!" },
    { kind: "message", text: "Do you sell the matte clay you used last time?" },
    { kind: "echo", text: "We do, 16 €. I will put one aside for you." },
    ...receipts,
  ],
  [
    { kind: "message", text: "I have to cancel tomorrow at 10, sorry" },
    { kind: "echo", text: "No problem, it is cancelled. Tell us when you want to come instead." },
    ...receipts,
    { kind: "message", text: "Next week, same time?" },
  ],
  [
    { kind: "message", text: "Is there parking near you?" },
    { kind: "echo", text: "Yes, the garage on Mill Street is two minutes away." },
    ...receipts,
    { kind: "reaction", emoji: "👍", reaction: "like" },
  ],
];
