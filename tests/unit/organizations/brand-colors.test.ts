import fc from "fast-check";
import { expect, test } from "vitest";
import { brandColors, contrast } from "#lib/organizations/brand-colors.ts";

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#abcdef", "#abcdef")).toBe(1);
});

test("whatever colour a business chooses can be read, as text and under text, in both themes", () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const { light, onLight, dark, onDark } = brandColors(color);

      for (const surface of ["#ffffff", "#f7f7f8", "#efeff2"]) {
        expect(contrast(light, surface)).toBeGreaterThanOrEqual(4.5);
      }
      for (const surface of ["#0f0f12", "#17171b", "#1f1f25"]) {
        expect(contrast(dark, surface)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a colour that is readable already stays as chosen", () => {
  expect(brandColors("#2A3EB1").light).toBe("#2a3eb1");
});
