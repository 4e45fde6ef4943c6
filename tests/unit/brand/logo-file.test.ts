import fc from "fast-check";
import { expect, test } from "vitest";
import { logoFile, mostLogoBytes } from "#lib/brand/logo-file.ts";
import { aPng } from "#tests/support/a-png.ts";

/** The beginning of a JPEG: what says how large it is. */
const jpeg = (width: number, height: number) =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    ...[0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0],
  ]);

test("a PNG and a JPEG are known by their bytes, whatever they are called", () => {
  expect(logoFile(aPng({ width: 240, height: 80 }))).toEqual({
    ok: true,
    value: { type: "image/png", ending: "png", width: 240, height: 80 },
  });
  expect(logoFile(jpeg(320, 90))).toMatchObject({ value: { type: "image/jpeg", width: 320, height: 90 } });
});

test.each([
  ["not-a-picture", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
  ["not-a-picture", Buffer.alloc(0)],
  ["not-a-picture", aPng().subarray(0, 60)],
  ["not-a-picture", aPng({ rows: 5 })],
  ["not-a-picture", aPng({ rows: 400 })],
  ["not-a-picture", aPng({ filter: 9 })],
  ["not-a-picture", jpeg(0, 10)],
  ["interlaced", aPng({ interlace: 1 })],
  ["too-many-pixels", aPng({ width: 2001, height: 1 })],
  ["too-many-pixels", jpeg(40_000, 10)],
  ["too-large", Buffer.alloc(mostLogoBytes + 1)],
])("%s is refused", (problem, bytes) => {
  expect(logoFile(bytes)).toEqual({ ok: false, error: problem });
});

test("a picture that was damaged anywhere is refused or still one, and never throws", () => {
  const whole = aPng();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const damaged = Buffer.from(whole);
      damaged[at] = value;
      expect(typeof logoFile(damaged).ok).toBe("boolean");
    }),
    { numRuns: 100 },
  );
});
