import type { BrandColors } from "#lib/organizations/brand-colors.ts";

/** Puts the organization's colours in place of ours, for popups too, which stand outside the page. */
export function BrandStyle({ colors }: { colors: BrandColors }) {
  const { light, onLight, dark, onDark } = colors;
  return (
    <style>
      {`:root{--brand-light:${light};--brand-light-on:${onLight};--brand-dark:${dark};--brand-dark-on:${onDark}}`}
    </style>
  );
}
