import type { Report } from "../report.ts";
import { dateWords, periodWords } from "../words.ts";
import { decorate, draw, heightOf, type Pen, page, within, write } from "./pen.ts";

const bandHeight = 520;
const logoBox = { width: 168, height: 72, padding: 12 };

/** Whose report it is, for whom, and of which days. */
export function cover(pen: Pen, report: Report): void {
  const { doc, ink } = pen;
  doc.addPage();
  decorate(pen, () => {
    doc.rect(0, 0, page.width, bandHeight).fill(ink.cover);
    doc.rect(0, bandHeight, page.width, 6).fill(ink.coverLine);
  });

  within(pen, "Sect", (inner) => {
    mark(inner, report);
    const title = {
      as: "H1",
      size: report.title.length > 60 ? 24 : 34,
      font: "bold",
      color: ink.onCover,
      after: 14,
    } as const;
    inner.y = 420 - heightOf(inner, report.title, title);
    write(inner, report.title, title);
    write(inner, periodWords(report.period), { size: 16, color: ink.onCover });

    inner.y = bandHeight + 44;
    write(inner, `For ${report.clientName}`, { size: 16, font: "bold" });
    write(inner, `Prepared by ${report.organizationName} on ${dateWords(report.madeOn)}`, {
      color: ink.muted,
      after: 18,
    });
    write(inner, accountsLine(report), { color: ink.muted, lines: 6 });
  });
}

/** The logo on white, where any logo can be seen; the name where there is none. */
function mark(pen: Pen, { brand: { logo }, organizationName }: Report): void {
  const { doc, ink } = pen;
  if (!logo) {
    pen.y = 72;
    write(pen, organizationName, { size: 16, font: "bold", color: ink.onCover, lines: 2 });
    return;
  }
  const { width, height, padding } = logoBox;
  draw(
    pen,
    "Figure",
    () => {
      doc.roundedRect(page.margin, 60, width, height, 8).fill("#ffffff");
      doc.image(Buffer.from(logo), page.margin + padding, 60 + padding, {
        fit: [width - 2 * padding, height - 2 * padding],
        align: "center",
        valign: "center",
      });
    },
    `Logo of ${organizationName}`,
  );
}

function accountsLine({ accounts }: Report): string {
  if (accounts.length === 0) return "No account is connected.";
  return `About ${accounts.map(({ name, channel }) => `${name} (${channel})`).join(", ")}`;
}
