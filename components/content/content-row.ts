import type { ContentSummary } from "#lib/social/select-content.ts";

/** A post as the lists show it. */
export type ContentRow = ContentSummary & {
  href: string;
  /** The day it was published, in words, as the organization counts days. */
  day: string;
};

/** A post by its own words, or by its lack of any. */
export const titleOf = ({ text }: { text: string | null }): string => text?.trim() || "Without words";
