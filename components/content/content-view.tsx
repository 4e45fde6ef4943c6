import { ExternalLink } from "lucide-react";
import type { Route } from "next";
import { Badge } from "#components/ui/badge.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ContentDetail } from "#lib/social/find-content.ts";
import { typeWords } from "./content-words.ts";
import { Count } from "./count.tsx";
import { countWords } from "./count-words.ts";
import { Thumbnail } from "./thumbnail.tsx";

type ContentViewProps = {
  post: ContentDetail;
  platform: string;
  /** When it was published, in words. */
  day: string;
  accountHref: string;
};

/** One post: its words and pictures, and everything that was counted of it. */
export function ContentView({ post, platform, day, accountHref }: ContentViewProps) {
  const counts = countWords(post.counts);

  return (
    <div className="grid gap-4 lg:grid-cols-[2fr_1fr] lg:items-start">
      {post.removedAt && (
        <Notice tone="idle" className="lg:col-span-2">
          {platform} no longer shows this post: it was not found there <Time value={post.removedAt} />. What
          stands here is what was last read.
        </Notice>
      )}
      <Card>
        <CardBody className="grid gap-4">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
            <ProviderMark provider={post.provider} size="small" labelled />
            <TextLink href={accountHref as Route}>{post.account}</TextLink>
            <span aria-hidden>·</span>
            <time dateTime={post.publishedAt.toISOString()}>{day}</time>
            <Badge>
              {post.type in typeWords ? typeWords[post.type as keyof typeof typeWords] : post.type}
            </Badge>
          </p>
          {post.text?.trim() ? (
            <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{post.text}</p>
          ) : (
            <p className="text-muted">This post has no words.</p>
          )}
          {post.pictures.length > 0 && (
            <ul aria-label="Pictures" className="grid grid-cols-2 gap-2 sm:grid-cols-3">
              {post.pictures.slice(0, 12).map((address, index) => (
                <li key={address}>
                  <Thumbnail
                    src={address}
                    alt={`Picture ${index + 1} of ${post.pictures.length} of this post`}
                    className="aspect-square h-auto w-full"
                  />
                </li>
              ))}
            </ul>
          )}
          {post.permalink && (
            <p>
              <a href={post.permalink} target="_blank" rel="noopener noreferrer" className={buttonStyle()}>
                Open at {platform}
                <ExternalLink aria-hidden />
                <span className="sr-only">, in a new tab</span>
              </a>
            </p>
          )}
        </CardBody>
      </Card>
      <Card aria-labelledby="counted">
        <CardHeader
          id="counted"
          title="What was counted"
          description={
            <>
              As {platform} told it. Last changed <Time value={post.fetchedAt} />.
            </>
          }
        />
        <CardBody>
          {counts.length === 0 ? (
            <p className="text-muted">{platform} told no figures of this post.</p>
          ) : (
            <dl className="grid gap-2">
              {counts.map(({ name, value }) => (
                <div key={name} className="flex items-baseline justify-between gap-4">
                  <dt className="text-muted">{name}</dt>
                  <dd className="tabular font-medium">
                    <Count value={value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </CardBody>
      </Card>
    </div>
  );
}
