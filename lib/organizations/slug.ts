import { z } from "zod";

/** Words an address of ours may need one day, and words that would pass for us. */
const reserved = new Set(
  "about admin api app auth billing blog demo docs help login logout mail new null o organization organizations root settings signup static status support team trunkline undefined www".split(
    " ",
  ),
);

export const slugLengthLimit = 48;

/** What stands after /o/: small letters and digits, single hyphens between them. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "An address has at least two characters.")
  .max(slugLengthLimit, `An address has at most ${slugLengthLimit} characters.`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters and digits, with single hyphens between them.")
  .refine((slug) => !reserved.has(slug), "This address is reserved. Choose another one.");

/** The address a name suggests: "Ana's Café" becomes "anas-cafe". Always a valid `Slug`. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, slugLengthLimit)
    .replace(/^-+|-+$/g, "");

  // Names in other scripts leave nothing, and reserved ones nothing usable.
  if (plain.length < 2) return "business";
  return reserved.has(plain) ? `${plain}-business` : plain;
}

/** The same address with a distinguishing end, still within the limit. */
export function slugWithEnding(slug: string, ending: string): string {
  return `${slug.slice(0, slugLengthLimit - ending.length - 1).replace(/-+$/, "")}-${ending}`;
}
