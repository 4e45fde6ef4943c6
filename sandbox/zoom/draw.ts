import { createHash } from "node:crypto";

/** The same for the same words, anywhere and at any time: what seems to be chance in a person's weeks. From 0 up to 1. */
export function draw(...words: (string | number)[]): number {
  return digest(words).readUInt32BE(0) / 2 ** 32;
}

/** A meeting's number by the same words. */
export function drawnNumber(...words: (string | number)[]): number {
  return 80_000_000_000 + Math.floor(draw("number", ...words) * 9_999_999_999);
}

/** An instance's name by the same words. Now and then it begins with a slash and has two in a row, as Zoom's do. */
export function drawnUuid(...words: (string | number)[]): string {
  const text = digest(["uuid", ...words])
    .subarray(0, 16)
    .toString("base64");
  return draw("slashes", ...words) < 0.3 ? `/${text.slice(1, 8)}//${text.slice(10)}` : text;
}

function digest(words: (string | number)[]): Buffer {
  return createHash("sha256").update(words.join(" ")).digest();
}
