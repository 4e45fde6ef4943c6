/** The accounts of an organization as the log's bench makes it: how much of its traffic each has, and of which kinds. */
export const accounts = [
  {
    provider: "facebook",
    name: "Harbour Bakery",
    share: 30,
    types: { messages: 60, message_reads: 35, feed: 5 },
  },
  { provider: "facebook", name: "Harbour Events", share: 10, types: { messages: 70, message_reads: 30 } },
  { provider: "instagram", name: "harbour.bakery", share: 15, types: { messages: 70, comments: 30 } },
  {
    provider: "instagram",
    name: "harbour.events",
    share: 5,
    types: { messages: 60, comments: 30, mentions: 10 },
  },
  { provider: "whatsapp", name: "+49 30 1234", share: 25, types: { messages: 40, statuses: 60 } },
  { provider: "whatsapp", name: "+49 30 1235", share: 8, types: { messages: 40, statuses: 60 } },
  { provider: "twilio_whatsapp", name: "+1 415 523", share: 5, types: { message: 50, status: 50 } },
  {
    provider: "zoom",
    name: "ana@example.com",
    share: 2,
    types: { "meeting.started": 50, "recording.completed": 50 },
  },
];
