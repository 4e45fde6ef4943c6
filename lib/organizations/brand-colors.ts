/** One colour for each theme, with what is written on it. */
export type BrandColors = { light: string; onLight: string; dark: string; onDark: string };

/** The busiest surfaces a brand colour must be read on; lighter and darker ones only help. */
const surfaces = { light: "#efeff2", dark: "#27272e" };
const textContrastMinimum = 4.6;

/**
 * The organization's colour made readable in both themes: darkened on light surfaces and lightened on dark ones
 * until text in it passes WCAG AA, and no further. `hex` is six digits after a #, as the schema checks.
 */
export function brandColors(hex: string): BrandColors {
  const light = until(hex, surfaces.light, "#000000");
  const dark = until(hex, surfaces.dark, "#ffffff");
  return { light, onLight: writtenOn(light), dark, onDark: writtenOn(dark) };
}

/** WCAG 2 contrast between two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [brighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

function until(color: string, surface: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, surface) >= textContrastMinimum) return mixed;
  }
  return towards;
}

function writtenOn(background: string): string {
  return contrast("#ffffff", background) >= contrast("#0f0f12", background) ? "#ffffff" : "#0f0f12";
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}

function mix(color: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(color).map((value, at) => Math.round(value + ((others[at] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
