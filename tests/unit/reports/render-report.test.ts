import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { renderReport } from "#lib/reports/pdf/render-report.ts";
import { aPng } from "#tests/support/a-png.ts";
import { aReport } from "#tests/support/a-report.ts";

async function readBack(...values: Parameters<typeof aReport>) {
  const pdf = await getDocumentProxy(new Uint8Array(await renderReport(aReport(...values))));
  const { text } = await extractText(pdf, { mergePages: false });
  return { pdf, pages: text.map((page) => page.replace(/\s+/g, " ")) };
}

test("a report says whose it is, of which days, and every figure beside the one before", async () => {
  const { pdf, pages } = await readBack();
  const [cover = "", figures = ""] = pages;

  expect(cover).toContain("Social media and conversations in October 2026");
  expect(cover).toContain("1 – 31 October 2026");
  expect(cover).toContain("For Žluťoučký Kůň & Söhne");
  expect(figures).toMatch(/Followers 8,560 7,704 \+11\.1 %/);
  expect(figures).toMatch(/Reach [\d,]+ [\d,]+ \+11\.1 % \*/);
  expect(figures).toContain("* Change compares only the days and accounts that are known in both periods.");
  expect(figures).toContain("Reach rose 11.1 % to");
  expect(figures).toContain("Someone who came on two days counts twice");

  const all = pages.join(" ");
  expect(all).toContain("498 messages came in, 421 went out");
  expect(all).toContain("Ana Kovač 64 5 min");
  expect(all).toContain("First reply, nine of ten within 2 h 1 min —");
  expect(all).toContain("Instagram tells no reach for days with fewer than 100 followers.");
  expect(pages.slice(1).every((page, index) => page.includes(`${index + 2} of ${pages.length}`))).toBe(true);

  expect((await pdf.getMetadata()).info).toMatchObject({
    Title: "Social media and conversations in October 2026",
  });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
});

test("posts keep every script the typeface has, and lose only the signs it lacks", async () => {
  const posts = (await readBack()).pages.find((page) => page.includes("Best posts")) ?? "";

  expect(posts).toContain("Свежий хлеб каждое утро. Καλημέρα, Việt Nam");
  expect(posts).toContain("Reel without text that can be printed");
  expect(posts).toContain("removed since");
});

test("a day without a figure is a gap in the chart's words too, and its line ends there", async () => {
  const { pdf } = await readBack();
  const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree());

  expect(tree).toContain("Reach on each day");
  expect(tree).toContain("Nothing is known of 3 days.");
});

test("a report of nothing says so, and has no page about conversations nobody could have", async () => {
  const { pages } = await readBack({ figures: [], conversations: null, posts: [], accounts: [], notes: [] });

  expect(pages.join(" ")).toContain("No platform has told any figures of this period.");
  expect(pages.join(" ")).toContain("No post of this period is known.");
  expect(pages.join(" ")).not.toContain("Conversations");
});

test("a logo stands on the cover under its owner's name, and many rows go on over the page with their headings", async () => {
  const channels = Array.from({ length: 60 }, (_, index) => ({
    name: `Page ${index + 1}`,
    received: index,
    sent: index,
    medianReply: null,
  }));
  const { conversations } = aReport();
  const { pdf, pages } = await readBack({
    brand: { primaryColor: "#F2C94C", secondaryColor: "#000000", logo: aPng() },
    conversations: conversations && { ...conversations, channels },
  });

  expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toContain("Logo of Harbour Bakery");
  expect(
    pages.filter((page) => page.includes("Channel Received Sent Typical first reply")).length,
  ).toBeGreaterThan(1);
  expect(pages.join(" ")).toContain("Page 60 59 59 —");
});
