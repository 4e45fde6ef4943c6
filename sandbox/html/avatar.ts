/** A picture with two initials, in a colour that belongs to the name. */
export function avatar(name: string): string {
  const initials = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0])
    .join("");
  const hue = [...name].reduce((sum, sign) => (sum + sign.charCodeAt(0) * 7) % 360, 0);

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50"><rect width="50" height="50" fill="hsl(${hue} 45% 38%)"/><text x="25" y="32" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#fff">${initials}</text></svg>`;
}
