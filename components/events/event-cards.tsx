import type { Route } from "next";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import type { EventRow } from "./event-row.ts";
import { EventStatus } from "./event-status.tsx";
import { RowBox } from "./row-box.tsx";
import type { Selection } from "./use-selection.ts";

type EventCardsProps = {
  rows: EventRow[];
  /** How many of them are drawn. */
  drawn: number;
  arrivedAfter: string;
  selection?: Selection;
};

/** Events one below the other, for phones. */
export function EventCards({ rows, drawn, arrivedAfter, selection }: EventCardsProps) {
  const ids = rows.map(({ id }) => id);

  return (
    <ul className="divide-y divide-line">
      {rows.slice(0, drawn).map((row) => (
        <li
          key={row.id}
          className={cn(
            "relative grid gap-1.5 px-4 py-3",
            row.id > arrivedAfter && "animate-appear",
            selection?.chosen.has(row.id) && "bg-accent-soft",
          )}
        >
          <p className="flex flex-wrap items-center justify-between gap-2">
            <Link
              href={row.href as Route}
              prefetch={false}
              scroll={false}
              className="font-medium after:absolute after:inset-0"
            >
              {row.label}
            </Link>
            <span className="flex items-center gap-3">
              <EventStatus status={row.status} />
              {selection && (
                <RowBox
                  label={`Choose this event: ${row.label}`}
                  checked={selection.everything || selection.chosen.has(row.id)}
                  onToggle={(extend) => selection.toggle(row.id, ids, extend)}
                />
              )}
            </span>
          </p>
          <p className="line-clamp-2 break-words">{row.summary}</p>
          <p className="flex min-w-0 items-center gap-2 text-muted text-sm">
            <ProviderMark provider={row.provider} size="small" labelled />
            <span className="truncate">{row.account}</span>
            <span aria-hidden>·</span>
            <Time value={row.receivedAt} className="whitespace-nowrap" />
          </p>
        </li>
      ))}
    </ul>
  );
}
