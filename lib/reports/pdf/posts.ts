import type { Report, ReportPost } from "../report.ts";
import { dateWords, number } from "../words.ts";
import { legible } from "./fonts.ts";
import {
  contentWidth,
  decorate,
  heightOf,
  makeRoom,
  type Pen,
  page,
  startPage,
  within,
  write,
} from "./pen.ts";

const indent = 34;
const mostLines = 3;
const style = { x: page.margin + indent, width: contentWidth - indent };

/** What was published in the period and did best. */
export function posts(pen: Pen, report: Report): void {
  startPage(pen, "Best posts");
  if (report.posts.length === 0) {
    write(pen, "No post of this period is known.");
    return;
  }
  write(pen, "Published in this period, those with the most interactions first.", {
    color: pen.ink.muted,
    after: 14,
  });
  for (const [index, post] of report.posts.entries()) {
    makeRoom(pen, roomFor(pen, post));
    within(pen, "Sect", (inner) => one(inner, post, index + 1));
  }
}

function one(pen: Pen, post: ReportPost, place: number): void {
  const { ink, doc } = pen;
  const top = pen.y;
  decorate(pen, () => {
    doc.font("bold").fontSize(18).fillColor(ink.brand);
    doc.text(String(place), page.margin, top - 3, { width: indent - 8, features: ["tnum"] });
  });
  write(pen, titleOf(post), { as: "H2", ...style, font: "bold", size: 11, lines: mostLines, after: 3 });
  write(pen, about(post), { ...style, size: 9, color: ink.muted, after: 3 });
  write(pen, counts(post), { ...style, after: 16 });
}

function roomFor(pen: Pen, post: ReportPost): number {
  const title = heightOf(pen, titleOf(post), { ...style, font: "bold", size: 11 });
  return Math.min(title, mostLines * 18) + 60;
}

/** The words of a post, or what it is where it has none. */
function titleOf({ text, kind }: ReportPost): string {
  return legible(text ?? "") || `${kind} without text that can be printed`;
}

function about({ kind, account, publishedOn, isRemoved }: ReportPost): string {
  const removed = isRemoved ? ", removed since" : "";
  return `${kind} on ${account}, ${dateWords(publishedOn)}${removed}`;
}

function counts({ interactions, likes, comments, reach, views }: ReportPost): string {
  const told = [
    ["interactions", interactions],
    ["likes", likes],
    ["comments", comments],
    ["people reached", reach],
    ["views", views],
  ] as const;
  const known = told.filter(([, count]) => count !== null);
  if (known.length === 0) return "The platform told no figures of it.";
  return known.map(([word, count]) => `${number(count)} ${word}`).join("  ·  ");
}
