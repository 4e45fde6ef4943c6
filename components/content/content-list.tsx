import { Card } from "#components/ui/card.tsx";
import type { ContentMetric } from "#lib/social/content-filter.ts";
import { ContentCards } from "./content-cards.tsx";
import type { ContentRow } from "./content-row.ts";
import { ContentTable } from "./content-table.tsx";
import { ListKeys } from "./list-keys.tsx";
import type { SortLink } from "./sort-header.tsx";

type ContentListProps = {
  rows: ContentRow[];
  published: SortLink;
  metrics: (SortLink & { metric: ContentMetric })[];
};

/** Posts: a table to scan on wide screens, a card for each on phones. */
export function ContentList({ rows, published, metrics }: ContentListProps) {
  return (
    <>
      <ListKeys />
      <Card className="hidden lg:block">
        <ContentTable rows={rows} published={published} metrics={metrics} />
      </Card>
      <Card className="lg:hidden">
        <ContentCards rows={rows} metrics={metrics.map(({ metric }) => metric)} />
      </Card>
    </>
  );
}
