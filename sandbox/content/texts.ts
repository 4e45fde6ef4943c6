import { chance, oneOf } from "./chance.ts";

const openings = [
  "New on the shelf this morning",
  "Thank you for a full house last week",
  "A look behind the counter",
  "We are open late on Thursday",
  "Before and after",
  "Two chairs are free this afternoon",
  "Meet the newest member of the team",
  "Your questions, answered",
  "Something we have been working on for months",
  "The last one of the season",
] as const;

const endings = [
  "",
  " 🎉",
  " – come by and see 👋🏽",
  "\n\nBook by message or at the desk.",
  " ☕️🥐",
  "\n\n#local #handmade",
  ". Ça vaut le détour !",
  " 👨‍👩‍👧‍👦 bring everyone",
] as const;

/** What a post says, or null: some are only a picture. */
export function textOf(postId: string): string | null {
  if (chance(postId, "no text") < 0.06) return null;

  return oneOf(openings, postId, "opening") + oneOf(endings, postId, "ending");
}
