import { crc32, deflateSync } from "node:zlib";

type Options = { width?: number; height?: number; interlace?: number; filter?: number; rows?: number };

/** A PNG of one half-transparent colour, or one that is wrong in the way asked for. */
export function aPng({
  width = 24,
  height = 12,
  interlace = 0,
  filter = 0,
  rows = height,
}: Options = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, interlace], 8);
  const row = Buffer.concat([
    Buffer.from([filter]),
    Buffer.alloc(width * 4, Buffer.from([220, 40, 60, 200])),
  ]);

  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(Array(rows).fill(row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
