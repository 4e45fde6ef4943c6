import { type AccountDays, type Figure, figureOf } from "#lib/analytics/figure.ts";
import { datesOf } from "#lib/analytics/range.ts";
import type { MetricType } from "#lib/providers/synchronization.ts";
import type { Report } from "#lib/reports/report.ts";

const period = { from: "2026-10-01", to: "2026-10-31" };

/** A month of a bakery, with gaps, an account that is new, signs Inter lacks, and a post that was removed. */
export function aReport(values: Partial<Report> = {}): Report {
  return {
    organizationName: "Harbour Bakery",
    clientName: "Žluťoučký Kůň & Söhne",
    title: "Social media and conversations in October 2026",
    brand: { primaryColor: "#2A3EB1", secondaryColor: "#4C6FE7", logo: null },
    period,
    before: { from: "2026-08-31", to: "2026-09-30" },
    dates: datesOf(period),
    madeOn: "2026-11-01",
    accounts: [
      { name: "Harbour Bakery", channel: "Facebook", lastSyncedAt: new Date("2026-11-01T05:12:00Z") },
      { name: "@harbourbakery", channel: "Instagram", lastSyncedAt: null },
    ],
    figures: [
      aFigure("followers", (day) => 8_200 + day * 12),
      aFigure("reach", (day) => 400 + 250 * Math.abs(Math.sin(day)), [9, 10, 20]),
      aFigure("views", (day) => (day === 17 ? 41_800 : 900 + 40 * (day % 7))),
      aFigure("engagement", (day) => day % 3),
    ],
    conversations: {
      received: datesOf(period).map((_, day) => 12 + ((day * 7) % 9)),
      sent: datesOf(period).map((_, day) => 10 + ((day * 5) % 8)),
      totals: {
        received: 498,
        sent: 421,
        started: 120,
        medianReply: 540,
        slowReply: 7_260,
        answeredInTime: 0.934,
      },
      before: {
        received: 430,
        sent: 402,
        started: 98,
        medianReply: 1_020,
        slowReply: null,
        answeredInTime: null,
      },
      channels: [{ name: "Harbour Bakery (Facebook)", received: 300, sent: 260, medianReply: 480 }],
      people: [{ name: "Ana Kovač", answers: 64, medianReply: 300 }],
      deliveries: [{ name: "+44 20 7946 0000 (WhatsApp)", sent: 161, delivered: 158, read: 131, failed: 3 }],
    },
    posts: [
      aPost({ text: "Свежий хлеб 🥐 каждое утро.\nΚαλημέρα, Việt Nam", interactions: 1_204 }),
      aPost({ text: "مرحبا 🎉", kind: "Reel", isRemoved: true }),
      aPost({ text: `${"A very long caption that goes on. ".repeat(12)}`, interactions: null, likes: null }),
    ],
    notes: ["Instagram tells no reach for days with fewer than 100 followers."],
    ...values,
  };
}

function aFigure(metric: MetricType, at: (day: number) => number, gaps: number[] = []): Figure {
  const days = datesOf(period).map((_, day) => (gaps.includes(day) ? null : Math.round(at(day))));
  const account: AccountDays = {
    connectionId: "0199a000-0000-7000-8000-000000000001",
    isGone: false,
    isRedefined: false,
    days,
    beforeDays: datesOf(period).map((_, day) => Math.round(at(day) * 0.9)),
  };
  return figureOf(metric, [account], days.length);
}

function aPost(values: Partial<Report["posts"][number]>): Report["posts"][number] {
  return {
    text: "A post",
    kind: "Post",
    account: "Harbour Bakery (Facebook)",
    publishedOn: "2026-10-17",
    permalink: "https://www.facebook.com/1/posts/2",
    isRemoved: false,
    interactions: 87,
    likes: 70,
    comments: 17,
    reach: 4_120,
    views: null,
    ...values,
  };
}
