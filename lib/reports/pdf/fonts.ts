import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";
import { unpackWoff } from "./unpack-woff.ts";

/** From where the product was started, and not by a module's address, which a bundle does not keep. */
const read = (weight: string) =>
  unpackWoff(readFileSync(join(process.cwd(), "node_modules/inter-ui/Inter (web)", `Inter-${weight}.woff`)));

let loaded: { regular: Buffer; bold: Buffer; covers: (codePoint: number) => boolean } | undefined;

/** Inter in the two weights a report is set in, to be embedded, and which signs it has. Read once. */
export function fonts() {
  if (!loaded) {
    const [regular, bold] = [read("Regular"), read("SemiBold")];
    const font = create(regular) as Font;
    loaded = { regular, bold, covers: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
  }
  return loaded;
}

const pieces = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The text in the letters Inter has: ligatures and styled letters become plain ones, and what is left without a shape, such
 * as pictograms or Arabic, is dropped, since a box in its place says nothing.
 */
export function legible(text: string): string {
  const kept = Array.from(pieces.segment(text.normalize("NFC")), ({ segment }) => {
    const spaced = segment.replace(/\s+/g, " ");
    if (isCovered(spaced)) return spaced;
    const plain = spaced.normalize("NFKC");
    return isCovered(plain) ? plain : "";
  });
  return kept.join("").replace(/ {2,}/g, " ").trim();
}

const isCovered = (text: string) =>
  Array.from(text).every((sign) => fonts().covers(sign.codePointAt(0) ?? 0));
