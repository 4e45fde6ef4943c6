import { expect, test } from "vitest";
import { leaderWords } from "#components/competitors/leader-words.ts";
import { handleOf } from "#lib/competitors/handle-of.ts";
import { NewCompetitor } from "#lib/competitors/input.ts";

test.each([
  ["Harbour.Bakery", "harbour.bakery"],
  [" @sharpcuts ", "sharpcuts"],
  ["https://www.instagram.com/SharpCuts/?hl=en", "sharpcuts"],
  ["instagram.com/sharpcuts#top", "sharpcuts"],
  ["https://www.facebook.com/profile.php?id=1000123", "1000123"],
  ["facebook.com/pages/Corner-Chair/10455/", "10455"],
  ["https://facebook.com/p/Corner-Chair-10455/", "10455"],
  ["https://www.instagram.com/", ""],
])("the name in “%s” is “%s”", (typed, handle) => expect(handleOf(typed)).toBe(handle));

test("a name is letters, digits, dots, dashes and underscores, at a platform whose accounts can be read", () => {
  const read = (provider: unknown, handle: unknown) => NewCompetitor.safeParse({ provider, handle });
  expect(read("instagram", "@Sharp_Cuts")).toMatchObject({ success: true, data: { handle: "sharp_cuts" } });
  for (const handle of ["", "two words", "a/b", "ñandú", "x".repeat(101), "https://instagram.com/"])
    expect(read("instagram", handle).success, handle).toBe(false);
  for (const provider of ["zoom", "constructor", undefined])
    expect(read(provider, "sharpcuts").success, String(provider)).toBe(false);
});

test("the comparison is told as a sentence where there are two to compare", () => {
  const [rival, ours, silent] = [
    { name: "Rival", perPost: 1_204.25 },
    { name: "Ours", perPost: 30 },
    { name: "Silent", perPost: null },
  ];
  expect(leaderWords([ours, rival, silent])).toBe("Rival gets the most likes and comments a post: 1,204.3.");
  expect(leaderWords([ours, { ...rival, perPost: 30 }])).toBe(
    "Ours and Rival get the most likes and comments a post.",
  );
  expect(leaderWords([ours, silent])).toBeUndefined();
});
