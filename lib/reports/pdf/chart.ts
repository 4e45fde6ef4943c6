import type { Days } from "#lib/analytics/figure.ts";
import { shortDateWords, shortNumber } from "../words.ts";
import { contentWidth, draw, type Pen, page } from "./pen.ts";
import { scaleOf, stretchesOf } from "./scale.ts";

/** Dashed, for those who do not tell the colours apart. */
type Line = { days: Days; color: string; isDashed?: boolean };

type Chart = {
  dates: string[];
  lines: Line[];
  /** What it shows, for those who do not see it. */
  alt: string;
  /** A level is drawn around where it stands; all else from zero. */
  fromZero: boolean;
};

const height = 104;
const side = 36;
const labelSize = 8;

/** Lines over days. A day nobody knows is left out of the line, and a day between two such is a dot. */
export function chart(pen: Pen, { dates, lines, alt, fromZero }: Chart): void {
  draw(pen, "Figure", () => paint(pen, dates, lines, fromZero), alt);
  pen.y += height + labelSize + 26;
}

function paint({ doc, ink, y: top }: Pen, dates: string[], lines: Line[], fromZero: boolean): void {
  const { low, high, marks } = scaleOf(
    lines.flatMap(({ days }) => days),
    fromZero,
  );
  const left = page.margin + side;
  const width = contentWidth - side;
  const xOf = (day: number) => left + (dates.length < 2 ? width / 2 : (day / (dates.length - 1)) * width);
  const yOf = (value: number) => top + height - ((value - low) / (high - low)) * height;

  doc.font("regular").fontSize(labelSize);
  for (const mark of marks) {
    doc
      .moveTo(left, yOf(mark))
      .lineTo(left + width, yOf(mark))
      .lineWidth(0.5)
      .stroke(ink.line);
    doc
      .fillColor(ink.muted)
      .text(shortNumber(mark), page.margin, yOf(mark) - 4, { width: side - 8, align: "right" });
  }
  for (const day of labelledDays(dates.length)) {
    const labelWidth = 60;
    const x = Math.min(Math.max(xOf(day) - labelWidth / 2, left), left + width - labelWidth);
    const align = x === left ? "left" : x === left + width - labelWidth ? "right" : "center";
    doc.fillColor(ink.muted);
    doc.text(shortDateWords(dates[day] ?? ""), x, top + height + 5, { width: labelWidth, align });
  }

  for (const { days, color, isDashed } of lines) {
    for (const { start, values } of stretchesOf(days)) {
      const points = values.map((value, index) => [xOf(start + index), yOf(value)] as const);
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last) continue;
      if (points.length === 1) {
        doc.circle(first[0], first[1], 1.6).fill(color);
        continue;
      }
      if (lines.length === 1) {
        trace(doc, points)
          .lineTo(last[0], top + height)
          .lineTo(first[0], top + height)
          .closePath();
        doc.fillOpacity(0.08).fill(color).fillOpacity(1);
      }
      if (isDashed) doc.dash(3, { space: 2 });
      trace(doc, points).lineWidth(1.4).lineJoin("round").stroke(color).undash();
    }
  }
}

function trace(doc: PDFKit.PDFDocument, points: readonly (readonly [number, number])[]): PDFKit.PDFDocument {
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  return doc;
}

/** At most six days, the first and the last among them. */
function labelledDays(count: number): number[] {
  const labels = Math.min(6, count);
  if (labels < 2) return count === 1 ? [0] : [];
  return Array.from({ length: labels }, (_, index) => Math.round((index * (count - 1)) / (labels - 1)));
}
