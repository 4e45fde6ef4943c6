import { legible } from "./fonts.ts";
import { contentWidth, decorate, draw, heightOf, makeRoom, type Pen, page, within } from "./pen.ts";

export type Column = {
  label: string;
  /** Of the width of the page's text; all together 1. */
  share: number;
  align?: "left" | "right";
};

/** A cell's text, in another colour than the rest where that helps the eye. */
export type Cell = string | { text: string; color: string };

const size = 9.5;
const padding = 6;

/** A table with a heading for each column and, in its first column, for each row; headings come again on a new page. */
export function table(pen: Pen, columns: Column[], rows: Cell[][]): void {
  within(pen, "Table", (inner) => {
    heading(inner, columns);
    for (const row of rows) {
      const height = rowHeight(inner, columns, row);
      if (inner.y + height > page.bottom) {
        makeRoom(inner, height + 30);
        heading(inner, columns);
      }
      line(inner, columns, row, height);
    }
  });
  pen.y += 14;
}

function heading(pen: Pen, columns: Column[]): void {
  const height = size * 1.25 + padding;
  within(pen, "TR", (row) => {
    places(columns, (column, x, width) =>
      draw(row, "TH", () =>
        print(row, column.label, { x, width, align: column.align, font: "bold", color: row.ink.muted }),
      ),
    );
  });
  pen.y += height;
  rule(pen, pen.ink.muted);
}

function line(pen: Pen, columns: Column[], cells: Cell[], height: number): void {
  pen.y += padding;
  within(pen, "TR", (row) => {
    places(columns, (column, x, width, index) => {
      const cell = cells[index] ?? "";
      const [text, color] = typeof cell === "string" ? [cell, row.ink.text] : [cell.text, cell.color];
      const font = index === 0 ? "bold" : "regular";
      draw(row, index === 0 ? "TH" : "TD", () =>
        print(row, text, { x, width, align: column.align, font, color }),
      );
    });
  });
  pen.y += height - padding;
  rule(pen, pen.ink.line);
}

function rowHeight(pen: Pen, columns: Column[], cells: Cell[]): number {
  let highest = 0;
  places(columns, (_, __, width, index) => {
    const cell = cells[index] ?? "";
    const text = typeof cell === "string" ? cell : cell.text;
    highest = Math.max(
      highest,
      heightOf(pen, text || " ", { size, width, font: index === 0 ? "bold" : "regular" }),
    );
  });
  return highest + 2 * padding - size * 0.25;
}

type Print = { x: number; width: number; align?: "left" | "right"; font: string; color: string };

function print({ doc, y }: Pen, text: string, { x, width, align = "left", font, color }: Print): void {
  doc.font(font).fontSize(size).fillColor(color);
  doc.text(legible(text), x, y, { width, align, lineGap: size * 0.25, features: ["tnum"] });
}

function rule(pen: Pen, color: string): void {
  decorate(pen, () => {
    pen.doc
      .moveTo(page.margin, pen.y)
      .lineTo(page.margin + contentWidth, pen.y)
      .lineWidth(0.5)
      .stroke(color);
  });
}

function places(
  columns: Column[],
  each: (column: Column, x: number, width: number, index: number) => void,
): void {
  let x = page.margin;
  for (const [index, column] of columns.entries()) {
    const width = column.share * contentWidth;
    // Room between one column's text and the next one's.
    each(column, x, width - 8, index);
    x += width;
  }
}
