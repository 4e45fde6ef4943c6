import type { Report, ReportConversations } from "../report.ts";
import { durationWords, number, periodWords, shareWords } from "../words.ts";
import { chart } from "./chart.ts";
import { legend } from "./legend.ts";
import { makeRoom, type Pen, startPage, write } from "./pen.ts";
import { table } from "./table.ts";

/** How the business answered those who wrote to it. */
export function conversations(pen: Pen, report: Report): void {
  const told = report.conversations;
  if (!told) return;

  startPage(pen, "Conversations");
  totals(pen, told);
  messages(pen, report, told);
  byChannel(pen, told);
  byPerson(pen, told);
  deliveries(pen, told);
}

function totals(pen: Pen, { totals: now, before }: ReportConversations): void {
  table(
    pen,
    [
      { label: "Figure", share: 0.5 },
      { label: "This period", share: 0.25, align: "right" },
      { label: "Period before", share: 0.25, align: "right" },
    ],
    [
      ["Messages received", number(now.received), number(before?.received ?? null)],
      ["Messages sent", number(now.sent), number(before?.sent ?? null)],
      ["New conversations", number(now.started), number(before?.started ?? null)],
      [
        "First reply, typical wait",
        durationWords(now.medianReply),
        durationWords(before?.medianReply ?? null),
      ],
      [
        "First reply, nine of ten within",
        durationWords(now.slowReply),
        durationWords(before?.slowReply ?? null),
      ],
      [
        "Answered within 24 hours",
        shareWords(now.answeredInTime),
        shareWords(before?.answeredInTime ?? null),
      ],
    ],
  );
  write(pen, "The wait for a first reply counts opening hours only.", {
    size: 9,
    color: pen.ink.muted,
    after: 14,
  });
}

function messages(
  pen: Pen,
  { dates, period }: Report,
  { received, sent, totals: now }: ReportConversations,
): void {
  const lines = [
    { label: "Received", days: received, color: pen.ink.brand },
    { label: "Sent", days: sent, color: pen.ink.muted, isDashed: true },
  ];
  makeRoom(pen, 190);
  write(pen, `${number(now.received)} messages came in, ${number(now.sent)} went out`, {
    as: "H2",
    size: 12,
    font: "bold",
    after: 8,
  });
  legend(pen, lines);
  chart(pen, {
    dates,
    lines,
    fromZero: true,
    alt: `Messages received and sent on each day, ${periodWords(period)}.`,
  });
}

function byChannel(pen: Pen, { channels }: ReportConversations): void {
  if (channels.length === 0) return;
  heading(pen, "By channel");
  table(
    pen,
    [
      { label: "Channel", share: 0.46 },
      { label: "Received", share: 0.16, align: "right" },
      { label: "Sent", share: 0.16, align: "right" },
      { label: "Typical first reply", share: 0.22, align: "right" },
    ],
    channels.map(({ name, received, sent, medianReply }) => [
      name,
      number(received),
      number(sent),
      durationWords(medianReply),
    ]),
  );
}

function byPerson(pen: Pen, { people }: ReportConversations): void {
  if (people.length === 0) return;
  heading(pen, "By person");
  table(
    pen,
    [
      { label: "Answered by", share: 0.5 },
      { label: "First replies", share: 0.25, align: "right" },
      { label: "Typical wait", share: 0.25, align: "right" },
    ],
    people.map(({ name, answers, medianReply }) => [name, number(answers), durationWords(medianReply)]),
  );
}

function deliveries(pen: Pen, { deliveries: told }: ReportConversations): void {
  if (told.length === 0) return;
  heading(pen, "What became of what was sent");
  table(
    pen,
    [
      { label: "Number", share: 0.4 },
      { label: "Sent", share: 0.15, align: "right" },
      { label: "Delivered", share: 0.15, align: "right" },
      { label: "Read", share: 0.15, align: "right" },
      { label: "Failed", share: 0.15, align: "right" },
    ],
    told.map(({ name, sent, delivered, read, failed }) => [
      name,
      number(sent),
      number(delivered),
      number(read),
      number(failed),
    ]),
  );
}

function heading(pen: Pen, text: string): void {
  makeRoom(pen, 90);
  write(pen, text, { as: "H2", size: 12, font: "bold", after: 8 });
}
