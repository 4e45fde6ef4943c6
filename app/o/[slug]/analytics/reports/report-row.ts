import type { ReportRow } from "#components/reports/report-list.tsx";
import type { ListedDeliverable } from "#lib/deliverables/list-deliverables.ts";
import { periodWords } from "#lib/reports/words.ts";

/** A report as the list shows it. */
export function toRow(report: ListedDeliverable, home: string): ReportRow {
  const { id, title, clientName, status, createdAt, madeBy } = report;
  return {
    ...{ id, title, clientName, status, createdAt },
    href: `${home}/${id}`,
    period: periodOf(report),
    madeBy: makerWords(madeBy),
    sharing: sharingWords(report),
  };
}

/** The days it is about, in words. */
export const periodOf = ({ periodFrom, periodTo }: { periodFrom: string | null; periodTo: string | null }) =>
  periodFrom && periodTo ? periodWords({ from: periodFrom, to: periodTo }) : "";

/** Who made it; nobody did where it comes every month. */
export const makerWords = (name: string | null) => (name ? `by ${name}` : "by itself");

function sharingWords({ links, views }: ListedDeliverable): string {
  if (links === 0 && views === 0) return "";
  const open = links === 0 ? "No open link" : links === 1 ? "1 link" : `${links} links`;
  const opened = views === 0 ? "not opened yet" : `opened ${views === 1 ? "once" : `${views} times`}`;
  return `${open}, ${opened}`;
}
