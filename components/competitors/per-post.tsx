import { Count } from "#components/content/count.tsx";
import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";

/** Likes and comments of a post on average; says so where some posts hide theirs. */
export function PerPost({ account: { perPost, posts, counted } }: { account: ComparedAccount }) {
  return (
    <span className="tabular inline-grid">
      <span>
        <Count value={perPost} />
      </span>
      {perPost !== null && posts !== null && counted < posts && (
        <span className="text-muted text-sm">
          of {counted.toLocaleString("en")} that {counted === 1 ? "shows" : "show"} both
        </span>
      )}
    </span>
  );
}
