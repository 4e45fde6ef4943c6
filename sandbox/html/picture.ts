import { chance } from "../content/chance.ts";

/** A picture that belongs to this name, for posts: nobody is on it. */
export function picture(name: string): string {
  const hue = Math.floor(chance(name, "hue") * 360);
  const circles = [0, 1, 2].map((index) => {
    const at = (key: string) => Math.round(60 + 600 * chance(name, key, index));
    return `<circle cx="${at("x")}" cy="${at("y")}" r="${Math.round(60 + 160 * chance(name, "r", index))}" fill="hsl(${(hue + 40 * (index + 1)) % 360} 60% 62%)" fill-opacity="0.7"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 720" role="img"><rect width="720" height="720" fill="hsl(${hue} 45% 40%)"/>${circles.join("")}</svg>`;
}
