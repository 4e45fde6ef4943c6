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
  const light = readable(hex, surfaces.light, -1);
  const dark = readable(hex, surfaces.dark, 1);
  return { light, onLight: writtenOn(light), dark, onDark: writtenOn(dark) };
}

/** WCAG 2 contrast between two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [brighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

/** Keeps hue and saturation and moves the lightness, a hundredth at a time; at its end stands black or white. */
function readable(color: string, surface: string, direction: 1 | -1): string {
  const { hue, saturation, lightness } = toHsl(color);

  for (let step = 0; step <= 100; step++) {
    const moved = Math.min(1, Math.max(0, lightness + (direction * step) / 100));
    const candidate = step === 0 ? color.toLowerCase() : fromHsl(hue, saturation, moved);
    if (contrast(candidate, surface) >= textContrastMinimum) return candidate;
  }
  return direction === 1 ? "#ffffff" : "#000000";
}

function writtenOn(background: string): string {
  return contrast("#ffffff", background) >= contrast("#0f0f12", background) ? "#ffffff" : "#0f0f12";
}

function channels(hex: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255,
  );
  return [red, green, blue];
}

function toHsl(hex: string) {
  const [red, green, blue] = channels(hex);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, spread] = [(most + least) / 2, most - least];
  if (spread === 0) return { hue: 0, saturation: 0, lightness };

  const sextant =
    most === red
      ? (green - blue) / spread
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return {
    hue: (sextant * 60 + 360) % 360,
    saturation: spread / (1 - Math.abs(2 * lightness - 1)),
    lightness,
  };
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((share) =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
