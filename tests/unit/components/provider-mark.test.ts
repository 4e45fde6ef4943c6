import { expect, test } from "vitest";
import { lettersOf } from "#components/ui/letters-of.ts";
import { ProviderMark } from "#components/ui/provider-mark.tsx";

test.each([
  ["carrier_pigeon", "CP"],
  ["signal", "S"],
  ["Ana María Ñuñez", "AM"],
  ["ana@bakery.example", "AB"],
  ["– &", "?"],
  ["", "?"],
])("the letters of %j are %s", (name, letters) => {
  expect(lettersOf(name)).toBe(letters);
});

test.each(["carrier_pigeon", "constructor", "toString"])(
  "a platform without a mark, %s, has its letters",
  (provider) => {
    const mark: { props: Record<string, unknown> } = ProviderMark({ provider, labelled: true });
    expect(mark.props).toMatchObject({
      role: "img",
      "aria-label": provider,
      children: { type: "span", props: { children: lettersOf(provider) } },
    });
  },
);
