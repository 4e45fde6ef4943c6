import { brandColors, contrast } from "#lib/organizations/brand-colors.ts";
import type { ReportBrand } from "../report.ts";

/** What a report is coloured with: the brand's colours where they can be read, and greys. */
export type Ink = {
  /** The cover's surface and what is written on it. */
  cover: string;
  onCover: string;
  coverLine: string;
  /** The brand's colour made dark enough for text and lines on white. */
  brand: string;
  second: string;
  text: string;
  muted: string;
  line: string;
  good: string;
  bad: string;
};

export function inkOf({ primaryColor, secondaryColor }: ReportBrand): Ink {
  const onCover = contrast("#ffffff", primaryColor) >= 4.5 ? "#ffffff" : "#0f0f12";
  return {
    cover: primaryColor,
    onCover,
    coverLine: secondaryColor,
    brand: brandColors(primaryColor).light,
    second: brandColors(secondaryColor).light,
    text: "#18181b",
    muted: "#52525b",
    line: "#e4e4e7",
    good: "#157347",
    bad: "#b42318",
  };
}
