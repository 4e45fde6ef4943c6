import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { sameText } from "#lib/crypto/same-text.ts";

test("a text is the same as itself and as no other, however alike", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameText(a, a)).toBe(true);
      expect(sameText(a, b)).toBe(a === b);
      expect(sameText(a, `${a}x`)).toBe(false);
    }),
  );
});

test("bytes of another length are other bytes, and nothing throws", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(sameBytes(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
    }),
  );
});

test("secrets are compared and texts are signed in one place", () => {
  const files = ["lib", "app", "components", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const found = sources.filter((file) => /timingSafeEqual|createHmac/.test(readFileSync(file, "utf8")));

  expect(found.sort()).toEqual(["lib/crypto/hmac-sha256.ts", "lib/crypto/same-bytes.ts"]);
});
