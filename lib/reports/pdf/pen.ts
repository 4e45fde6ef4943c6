import PDFDocument from "pdfkit";
import type { Report } from "../report.ts";
import { fonts, legible } from "./fonts.ts";
import { type Ink, inkOf } from "./ink.ts";

export const page = { width: 595.28, height: 841.89, margin: 56, top: 60, bottom: 770 };
export const contentWidth = page.width - 2 * page.margin;

type Element = PDFKit.PDFStructureElement;

/** Where writing goes on: at `y` of the last page, as a part of `parent` for those who hear a report read. */
export type Pen = { doc: PDFKit.PDFDocument; ink: Ink; parent: Element; y: number };

/** A tagged A4 document in the organization's colours, with no page yet. */
export function openDocument(report: Report): Pen {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    info: {
      Title: legible(report.title),
      Author: legible(report.organizationName),
      CreationDate: new Date(`${report.madeOn}T00:00:00Z`),
    },
  });
  doc.registerFont("regular", fonts().regular);
  doc.registerFont("bold", fonts().bold);

  const parent = doc.struct("Document");
  doc.addStructure(parent);
  return { doc, ink: inkOf(report.brand), parent, y: page.top };
}

/** A part of the document under the pen's; what is written with the pen that is handed on belongs to it. */
export function within<T>(pen: Pen, type: string, write: (inner: Pen) => T, alt?: string): T {
  const element = pen.doc.struct(type, alt === undefined ? {} : { alt });
  pen.parent.add(element);
  const inner = { ...pen, parent: element };
  const result = write(inner);
  element.end();
  pen.y = inner.y;
  return result;
}

/** What is drawn, said as one thing of this type. */
export function draw(pen: Pen, type: string, paint: () => void, alt?: string): void {
  const element = pen.doc.struct(type, alt === undefined ? {} : { alt }, [paint]);
  pen.parent.add(element);
  element.end();
}

/** What is only there for the eye, and is not read out. */
export function decorate({ doc }: Pen, paint: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  paint();
  doc.endMarkedContent();
}

/** A fresh page with its heading. */
export function startPage(pen: Pen, heading: string): void {
  pen.doc.addPage();
  pen.doc.outline.addItem(heading);
  pen.y = page.top;
  decorate(pen, () => pen.doc.rect(page.margin, pen.y, 28, 4).fill(pen.ink.brand));
  pen.y += 16;
  write(pen, heading, { as: "H1", size: 20, font: "bold", after: 10 });
}

/** Goes to a new page when less than this is left of the present one. */
export function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height <= page.bottom) return;
  pen.doc.addPage();
  pen.y = page.top;
}

type Style = {
  as?: string;
  size?: number;
  font?: "regular" | "bold";
  color?: string;
  x?: number;
  width?: number;
  align?: "left" | "right";
  /** Room below. */
  after?: number;
  /** Not more lines than this; what is cut ends in an ellipsis. */
  lines?: number;
};

/** Writes text at the pen and moves it below. */
export function write(pen: Pen, text: string, style: Style = {}): void {
  const { as = "P", size = 10, font = "regular", color = pen.ink.text, after = 6, lines } = style;
  const { x = page.margin, width = contentWidth, align = "left" } = style;
  const lineGap = size * 0.25;
  const { doc } = pen;

  draw(pen, as, () => {
    doc.font(font).fontSize(size).fillColor(color);
    const height = lines === undefined ? undefined : lines * (doc.currentLineHeight(true) + lineGap);
    doc.text(legible(text), x, pen.y, {
      width,
      align,
      lineGap,
      features: ["tnum"],
      height,
      ellipsis: lines !== undefined,
    });
  });
  pen.y = doc.y + after;
}

/** How high this text will stand. */
export function heightOf({ doc }: Pen, text: string, style: Style = {}): number {
  const { size = 10, font = "regular", width = contentWidth } = style;
  doc.font(font).fontSize(size);
  return doc.heightOfString(legible(text), { width, lineGap: size * 0.25, features: ["tnum"] });
}
