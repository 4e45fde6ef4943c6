import { Badge } from "#components/ui/badge.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { ContentRow } from "./content-row.ts";
import { typeWords } from "./content-words.ts";

/** Under a post's words: whose it is, what kind, when, and whether it is still there. */
export function PostLine({ row }: { row: ContentRow }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 text-muted text-sm">
      <span className="flex min-w-0 items-center gap-1">
        <ProviderMark provider={row.provider} size="small" labelled />
        <span className="truncate">{row.account}</span>
      </span>
      <time dateTime={row.publishedAt.toISOString()} className="whitespace-nowrap">
        {row.day}
      </time>
      <Badge>{row.type in typeWords ? typeWords[row.type as keyof typeof typeWords] : row.type}</Badge>
      {row.removedAt && <StatusBadge tone="idle">Removed</StatusBadge>}
    </span>
  );
}
