import type { Figure } from "#lib/analytics/figure.ts";
import { finding } from "../finding.ts";
import { metricWords } from "../metric-words.ts";
import type { Report } from "../report.ts";
import { changeWords, number, periodWords } from "../words.ts";
import { chart } from "./chart.ts";
import { makeRoom, type Pen, startPage, within, write } from "./pen.ts";
import { type Cell, table } from "./table.ts";

const chartRoom = 175;

/** Each figure beside that of the period before. */
export function glance(pen: Pen, report: Report): void {
  startPage(pen, "The period at a glance");
  write(pen, `${periodWords(report.period)}, compared with ${periodWords(report.before)}.`, {
    color: pen.ink.muted,
    after: 14,
  });
  if (report.figures.length === 0) {
    write(pen, "No platform has told any figures of this period. The last page says what that may mean.");
    return;
  }
  table(
    pen,
    [
      { label: "Figure", share: 0.4 },
      { label: "This period", share: 0.2, align: "right" },
      { label: "Period before", share: 0.2, align: "right" },
      { label: "Change", share: 0.2, align: "right" },
    ],
    report.figures.map((figure) => [
      metricWords[figure.metric],
      number(figure.total),
      number(figure.before),
      changeCell(pen, figure),
    ]),
  );
  for (const caution of cautions(report.figures)) write(pen, caution, { size: 9, color: pen.ink.muted });
}

/** A chart for each figure, under a title that says what it shows. */
export function charts(pen: Pen, report: Report): void {
  if (report.figures.length === 0) return;
  pen.y += 14;
  for (const figure of report.figures) {
    makeRoom(pen, chartRoom);
    within(pen, "Sect", (inner) => {
      const title = finding(figure);
      write(inner, title, { as: "H2", size: 12, font: "bold", after: 10 });
      chart(inner, {
        dates: report.dates,
        lines: [{ days: figure.days, color: pen.ink.brand }],
        alt: `${metricWords[figure.metric]} on each day, ${periodWords(report.period)}. ${title}.${gapsOf(figure)}`,
        fromZero: figure.kind !== "level",
      });
    });
  }
}

function changeCell({ ink }: Pen, { change, metric, compared }: Figure): Cell {
  const text = `${changeWords(change)}${change !== null && compared?.isPartial ? " *" : ""}`;
  if (change === null || Math.abs(change) < 0.005) return { text, color: ink.muted };
  const isGood = change > 0 !== (metric === "unfollows");
  return { text, color: isGood ? ink.good : ink.bad };
}

/** What a table of totals must not hide. */
function cautions(figures: Figure[]): string[] {
  const said: string[] = [];
  const people = figures.filter(({ kind }) => kind === "people").map(({ metric }) => metricWords[metric]);
  if (people.length > 0) {
    const names = new Intl.ListFormat("en").format(people);
    said.push(`${names}: different people on each day, added up. Someone who came on two days counts twice.`);
  }
  if (figures.some(({ compared }) => compared?.isPartial)) {
    said.push("* Change compares only the days and accounts that are known in both periods.");
  }
  return said;
}

function gapsOf({ days }: Figure): string {
  const gaps = days.filter((value) => value === null).length;
  return gaps === 0 ? "" : ` Nothing is known of ${gaps === 1 ? "1 day" : `${gaps} days`}.`;
}
