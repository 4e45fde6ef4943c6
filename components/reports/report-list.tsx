import type { Route } from "next";
import { Card } from "#components/ui/card.tsx";
import { ColumnHeader, Table, TableBody, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { ReportStatus } from "./report-status.tsx";

export type ReportRow = {
  id: string;
  href: string;
  title: string;
  clientName: string;
  period: string;
  status: "waiting" | "ready" | "failed";
  createdAt: Date;
  madeBy: string;
  /** “1 link, opened 3 times”; empty where it was never shared. */
  sharing: string;
};

/** Reports, the newest first: a table, and on phones a card each. */
export function ReportList({ reports }: { reports: ReportRow[] }) {
  return (
    <>
      <Card className="hidden md:block">
        <Table label="Reports">
          <TableHead>
            <TableRow>
              <ColumnHeader>Report</ColumnHeader>
              <ColumnHeader>Period</ColumnHeader>
              <ColumnHeader>Status</ColumnHeader>
              <ColumnHeader>Shared</ColumnHeader>
              <ColumnHeader>Made</ColumnHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {reports.map((report) => (
              <TableRow key={report.id}>
                <TableCell>
                  <TextLink href={report.href as Route}>{report.title}</TextLink>
                  <div className="text-muted text-sm">For {report.clientName}</div>
                </TableCell>
                <TableCell>{report.period}</TableCell>
                <TableCell>
                  <ReportStatus status={report.status} />
                </TableCell>
                <TableCell className="text-muted">{report.sharing || "Not shared"}</TableCell>
                <TableCell className="text-muted">
                  <Time value={report.createdAt} /> {report.madeBy}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <ul aria-label="Reports" className="grid gap-3 md:hidden">
        {reports.map((report) => (
          <li key={report.id}>
            <Card className="grid gap-1 p-4">
              <div className="flex items-start justify-between gap-3">
                <TextLink href={report.href as Route}>{report.title}</TextLink>
                <ReportStatus status={report.status} />
              </div>
              <p>
                {report.period}, for {report.clientName}
              </p>
              <p className="text-muted text-sm">
                <Time value={report.createdAt} /> {report.madeBy}
                {report.sharing && `, ${report.sharing}`}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
