import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";

type RefusedCountsProps = { title: string; bars: number[]; from: Date; barMinutes: number };

/** The chart's numbers to read, the newest first, without the stretches in which nothing was refused. */
export function RefusedCounts({ title, bars, from, barMinutes }: RefusedCountsProps) {
  const rows = bars
    .map((count, index) => ({ at: new Date(from.getTime() + index * barMinutes * 60_000), count }))
    .filter(({ count }) => count > 0)
    .reverse();

  return (
    <Table label={`When: ${title}`} className="max-w-md">
      <TableHead>
        <TableRow>
          <ColumnHeader>{stretch(barMinutes)}</ColumnHeader>
          <ColumnHeader className="text-right">Refused</ColumnHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ at, count }) => (
          <TableRow key={at.toISOString()}>
            <TableCell>
              <Time value={at} show="exact" />
            </TableCell>
            <TableCell className="tabular text-right">{count.toLocaleString("en")}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function stretch(minutes: number): string {
  if (minutes === 1) return "The minute from";
  return minutes < 60 ? `${minutes} minutes from` : `${minutes / 60} hours from`;
}
