import type { EventStatus } from "#lib/webhooks/event-filter.ts";
import { barParts } from "./histogram-bars.ts";
import { Span } from "./span.tsx";

type HistogramTableProps = { rows: ({ from: string; to: string } & Record<EventStatus, number>)[] };

/** The histogram in figures, for whoever would rather read than look. Times without events are left out. */
export function HistogramTable({ rows }: HistogramTableProps) {
  return (
    <details className="text-sm">
      <summary className="min-h-6 w-fit rounded-sm text-muted hover:text-ink">As a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
      <section aria-label="Events over time, as a table" tabIndex={0} className="mt-1 max-h-64 overflow-auto">
        <table className="w-full text-left">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-1 pr-3 font-medium">
                Time
              </th>
              {barParts.toReversed().map(({ status, word }) => (
                <th
                  key={status}
                  scope="col"
                  className="px-3 py-1 text-right font-medium first-letter:uppercase"
                >
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.from}>
                <th scope="row" className="whitespace-nowrap py-1 pr-3 font-normal">
                  <Span from={row.from} to={row.to} />
                </th>
                {barParts.toReversed().map(({ status }) => (
                  <td key={status} className="px-3 py-1 text-right">
                    {row[status].toLocaleString("en")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
