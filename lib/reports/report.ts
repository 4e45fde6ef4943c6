import type { Days, Figure } from "#lib/analytics/figure.ts";
import type { DateSpan } from "#lib/analytics/range.ts";

/** Colours are six digits after a #; the logo is a PNG or a JPEG. */
export type ReportBrand = { primaryColor: string; secondaryColor: string; logo: Uint8Array | null };

export type ReportAccount = { name: string; channel: string; lastSyncedAt: Date | null };

export type ReportPost = {
  text: string | null;
  /** “Reel”, “Post”. */
  kind: string;
  account: string;
  /** A date of the organization's calendar. */
  publishedOn: string;
  permalink: string | null;
  isRemoved: boolean;
  interactions: number | null;
  likes: number | null;
  comments: number | null;
  reach: number | null;
  views: number | null;
};

/** Times in seconds of opening hours; shares from 0 to 1. Null is what is not known, which is never 0. */
export type ConversationTotals = {
  received: number;
  sent: number;
  started: number;
  medianReply: number | null;
  slowReply: number | null;
  answeredInTime: number | null;
};

export type ReportConversations = {
  received: Days;
  sent: Days;
  totals: ConversationTotals;
  /** Null when nothing was counted yet. */
  before: ConversationTotals | null;
  channels: { name: string; received: number; sent: number; medianReply: number | null }[];
  people: { name: string; answers: number; medianReply: number | null }[];
  deliveries: { name: string; sent: number; delivered: number; read: number; failed: number }[];
};

/** All a report says, gathered: writing it down asks nothing more. */
export type Report = {
  organizationName: string;
  clientName: string;
  title: string;
  brand: ReportBrand;
  period: DateSpan;
  before: DateSpan;
  dates: string[];
  /** A date of the organization's calendar. */
  madeOn: string;
  accounts: ReportAccount[];
  figures: Figure[];
  /** Null where no account carries messages. */
  conversations: ReportConversations | null;
  posts: ReportPost[];
  /** What the reader has to know of the figures, a sentence each. */
  notes: string[];
};
