import { buffer } from "node:stream/consumers";
import type { Report } from "../report.ts";
import { periodWords } from "../words.ts";
import { conversations } from "./conversations.ts";
import { cover } from "./cover.ts";
import { charts, glance } from "./figures.ts";
import { legible } from "./fonts.ts";
import { notes } from "./notes.ts";
import { contentWidth, openDocument, type Pen, page } from "./pen.ts";
import { posts } from "./posts.ts";

/** The report as a PDF: A4, tagged for those who hear it, with its typeface embedded. */
export async function renderReport(report: Report): Promise<Buffer> {
  const pen = openDocument(report);
  const written = buffer(pen.doc);

  cover(pen, report);
  glance(pen, report);
  charts(pen, report);
  conversations(pen, report);
  posts(pen, report);
  notes(pen, report);
  footers(pen, report);

  pen.parent.end();
  pen.doc.end();
  return written;
}

/** Whose report it is and which page of how many, on every page but the cover. */
function footers({ doc, ink }: Pen, { organizationName, period }: Report): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 1; index < count; index++) {
    doc.switchToPage(index);
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("regular").fontSize(8).fillColor(ink.muted);
    const line = { width: contentWidth, lineBreak: false, features: ["tnum" as const] };
    doc.text(legible(`${organizationName}  ·  ${periodWords(period)}`), page.margin, 800, line);
    doc.text(`${index + 1} of ${count}`, page.margin, 800, { ...line, align: "right" });
    doc.endMarkedContent();
  }
}
