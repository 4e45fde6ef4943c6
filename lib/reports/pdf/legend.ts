import { draw, type Pen, page } from "./pen.ts";

const size = 9;

/** Which line is which, as words beside their colours. */
export function legend(pen: Pen, lines: { label: string; color: string; isDashed?: boolean }[]): void {
  const { doc, ink, y } = pen;
  let x = page.margin;
  for (const { label, color, isDashed } of lines) {
    draw(pen, "P", () => {
      if (isDashed) doc.dash(3, { space: 2 });
      doc
        .moveTo(x, y + 5)
        .lineTo(x + 13, y + 5)
        .lineWidth(1.8)
        .stroke(color)
        .undash();
      doc
        .font("regular")
        .fontSize(size)
        .fillColor(ink.muted)
        .text(label, x + 18, y, { lineBreak: false });
    });
    x += 18 + doc.widthOfString(label) + 18;
  }
  pen.y += size + 12;
}
