import { dateWords } from "#components/charts/day-series.ts";
import { numberWords } from "./figure-words.ts";

export type DayColumn = { key: string; label: string; values: (number | null)[] };

/** The chart in figures, a day a row: the form that can be read aloud, searched and copied. */
export function DayTable({
  label,
  dates,
  columns,
}: {
  label: string;
  dates: string[];
  columns: DayColumn[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section aria-label={`${label}, as a table`} tabIndex={0} className="h-full overflow-auto">
      <table className="w-full text-left text-sm">
        <thead className="sticky top-0 bg-surface text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              Day
            </th>
            {columns.map(({ key, label: heading }) => (
              <th key={key} scope="col" className="px-3 py-1 text-right font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {dates.map((date, day) => (
            <tr key={date}>
              <th scope="row" className="whitespace-nowrap py-1 pr-3 font-normal">
                <time dateTime={date}>{dateWords(date)}</time>
              </th>
              {columns.map(({ key, values }) => {
                const value = values[day] ?? null;
                return (
                  <td key={key} className="px-3 py-1 text-right">
                    {value === null ? <span className="text-muted">not told</span> : numberWords(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
