import type { Route } from "next";
import { titleOf } from "#components/content/content-row.ts";
import { Count } from "#components/content/count.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedAccount } from "#lib/competitors/compare-accounts.ts";

type BestPostProps = { account: ComparedAccount; contentHref: string; query: string };

/** The post with the most likes and comments: ours leads to its page here, another's to the platform. */
export function BestPost({ account: { best, posts, isOurs }, contentHref, query }: BestPostProps) {
  if (!best && posts === 0) return <span className="text-muted">None in these days</span>;
  if (!best) return <Count value={null} />;

  const title = titleOf(best);
  return (
    <span className="grid justify-items-start">
      <span className="line-clamp-2 wrap-anywhere">
        {isOurs && <TextLink href={`${contentHref}/${best.id}${query}` as Route}>{title}</TextLink>}
        {!isOurs &&
          (best.permalink ? (
            <a
              href={best.permalink}
              target="_blank"
              rel="noopener noreferrer"
              className="rounded-sm font-medium text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
            >
              {title}
              <span className="sr-only">, opens in a new tab</span>
            </a>
          ) : (
            title
          ))}
      </span>
      {best.count !== null && (
        <span className="tabular text-muted text-sm">
          {best.count.toLocaleString("en")} likes and comments
        </span>
      )}
    </span>
  );
}
