import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ContentView } from "#components/content/content-view.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readScope } from "#lib/analytics/read-scope.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { providerName } from "#lib/providers/registry.ts";
import { findContent } from "#lib/social/find-content.ts";
import { dayWords } from "../day-words.ts";

export const metadata: Metadata = { title: "Post" };

export default async function PostPage({
  params,
  searchParams,
}: PageProps<"/o/[slug]/analytics/content/[id]">) {
  const { slug, id } = await params;
  const member = await requireMember(slug);
  const post = (await findContent(member, id)) ?? notFound();
  const { query, timeZone } = await readScope(member, await searchParams);

  return (
    <>
      <LiveRefresh slug={slug} topics={["syncs"]} />
      <PageHeader
        title="Post"
        parent={{ href: `/o/${slug}/analytics/content${query}` as Route, label: "Content" }}
      />
      <ContentView
        post={post}
        platform={providerName(post.provider)}
        day={dayWords(timeZone)(post.publishedAt)}
        accountHref={`/o/${slug}/connections/${post.connectionId}`}
      />
    </>
  );
}
