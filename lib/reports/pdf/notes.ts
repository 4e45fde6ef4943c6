import type { Report } from "../report.ts";
import { notKnown } from "../words.ts";
import { type Pen, startPage, within, write } from "./pen.ts";
import { table } from "./table.ts";

const always = [
  "The figures are what each platform told by the time this report was made. Platforms correct their figures for a few days afterwards.",
  "A gap in a chart is a day of which the platform told nothing. It is not a zero.",
];

const instant = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** What one has to know to read the figures rightly, and where they come from. */
export function notes(pen: Pen, report: Report): void {
  startPage(pen, "About these figures");
  within(pen, "L", (list) => {
    for (const note of [...always, ...report.notes]) {
      within(list, "LI", (item) => write(item, `–  ${note}`, { as: "LBody", after: 8 }));
    }
  });

  if (report.accounts.length === 0) return;
  pen.y += 10;
  write(pen, "Where they come from", { as: "H2", size: 12, font: "bold", after: 8 });
  table(
    pen,
    [
      { label: "Account", share: 0.42 },
      { label: "Channel", share: 0.28 },
      { label: "Figures last read", share: 0.3, align: "right" },
    ],
    report.accounts.map(({ name, channel, lastSyncedAt }) => [
      name,
      channel,
      lastSyncedAt ? `${instant.format(lastSyncedAt)} UTC` : notKnown,
    ]),
  );
}
