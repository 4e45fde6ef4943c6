import { inflateSync } from "node:zlib";
import { fail, ok, type Result } from "#lib/result.ts";

/** A logo is small: a larger file is a photograph, or worse. */
export const mostLogoBytes = 1_000_000;
const mostPixels = 2_000;

export type LogoFile = {
  type: "image/png" | "image/jpeg";
  ending: "png" | "jpg";
  width: number;
  height: number;
};
export type LogoProblem = "too-large" | "not-a-picture" | "too-many-pixels" | "interlaced";

/**
 * What kind of picture these bytes are, by themselves and not by their name. Of a PNG all is unpacked, within limits, since
 * what writes reports into PDFs trusts it: a broken or a vast one is refused here.
 */
export function logoFile(bytes: Uint8Array): Result<LogoFile, LogoProblem> {
  if (bytes.length > mostLogoBytes) return fail("too-large");
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (file.subarray(0, 8).equals(pngStart)) return png(file);
    if (file.subarray(0, 3).equals(jpegStart)) return jpeg(file);
  } catch (error) {
    // Reading past the end, or data that cannot be unpacked.
    if (!(error instanceof Error)) throw error;
  }
  return fail("not-a-picture");
}

const pngStart = Buffer.from("89504e470d0a1a0a", "hex");
const jpegStart = Buffer.from("ffd8ff", "hex");
/** Values a pixel has, by the PNG's kind of colour. */
const samplesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function png(file: Buffer): Result<LogoFile, LogoProblem> {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [bits, colour, interlace] = [file.readUInt8(24), file.readUInt8(25), file.readUInt8(28)];
  const samples = samplesOf[colour];
  if (file.toString("latin1", 12, 16) !== "IHDR" || !samples) return fail("not-a-picture");
  if (isTooMany(width, height)) return fail("too-many-pixels");
  if (interlace !== 0) return fail("interlaced");

  const rowLength = 1 + Math.ceil((width * samples * bits) / 8);
  const rows = inflateSync(Buffer.concat([...chunks(file, "IDAT")]), { maxOutputLength: rowLength * height });
  const isWhole = rows.length === rowLength * height;
  const isFiltered = Array.from({ length: height }, (_, row) => rows[row * rowLength] ?? 9).every(
    (by) => by <= 4,
  );
  if (!isWhole || !isFiltered || (colour === 3 && [...chunks(file, "PLTE")].length !== 1)) {
    return fail("not-a-picture");
  }
  return ok({ type: "image/png", ending: "png", width, height });
}

/** The chunks of one kind, up to the one that ends the file; a file that does not end properly throws. */
function* chunks(file: Buffer, wanted: string): Generator<Buffer> {
  for (let at = 8; ; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    // Where its checksum stands has to be within the file too.
    file.readUInt32BE(at + 8 + length);
    if (kind === wanted) yield file.subarray(at + 8, at + 8 + length);
    if (kind === "IEND") return;
    at += 12 + length;
  }
}

function jpeg(file: Buffer): Result<LogoFile, LogoProblem> {
  for (let at = 2; file.readUInt8(at) === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)];
    if (isTooMany(width, height)) return fail("too-many-pixels");
    return width > 0 && height > 0
      ? ok({ type: "image/jpeg", ending: "jpg", width, height })
      : fail("not-a-picture");
  }
  return fail("not-a-picture");
}

const isTooMany = (width: number, height: number) => width > mostPixels || height > mostPixels;
