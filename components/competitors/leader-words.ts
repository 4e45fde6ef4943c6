import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";

type Compared = Pick<ComparedAccount, "name" | "perPost">;

/** What the comparison comes to, as a sentence; nothing where there is nobody to compare with. */
export function leaderWords(accounts: readonly Compared[]): string | undefined {
  const known = accounts.flatMap(({ name, perPost }) => (perPost === null ? [] : [{ name, perPost }]));
  const [first, second] = known.toSorted((left, right) => right.perPost - left.perPost);
  if (!first || !second) return undefined;
  if (first.perPost === second.perPost)
    return `${first.name} and ${second.name} get the most likes and comments a post.`;
  const count = first.perPost.toLocaleString("en", { maximumFractionDigits: 1 });
  return `${first.name} gets the most likes and comments a post: ${count}.`;
}
