import { byteOrderMark, csvText } from "#lib/export/csv-text.ts";
import type { ExportRow } from "./export-page.ts";

/** How exported events are written: what comes first, and the text of a page of them. */
export type ExportWriter = { contentType: string; head: string; write(rows: ExportRow[]): string };

export const exportFormats = ["ndjson", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const columns = {
  id: "id",
  receivedAt: "received_at",
  occurredAt: "occurred_at",
  provider: "provider",
  account: "account",
  accountExternalId: "account_id",
  connectionId: "connection_id",
  eventType: "type",
  externalId: "external_id",
  status: "status",
  attempts: "attempts",
  duplicates: "duplicates",
  processedAt: "processed_at",
  summary: "summary",
  errorMessage: "error",
} satisfies Partial<Record<keyof ExportRow, string>>;
const names = Object.keys(columns) as (keyof typeof columns)[];

const instant = (value: Date | string | number | null) =>
  value instanceof Date ? value.toISOString() : value;

/** One JSON object a line. The payload is the database's own text, which holds no line break. */
const ndjson: ExportWriter = {
  contentType: "application/x-ndjson; charset=utf-8",
  head: "",
  write: (rows) =>
    rows
      .map((row) => {
        const fields = Object.fromEntries(names.map((name) => [columns[name], instant(row[name])]));
        return `${JSON.stringify(fields).slice(0, -1)},"payload":${row.payload}}\n`;
      })
      .join(""),
};

const csv: ExportWriter = {
  contentType: "text/csv; charset=utf-8; header=present",
  head: byteOrderMark + csvText([[...Object.values(columns), "payload"]]),
  write: (rows) => csvText(rows.map((row) => [...names.map((name) => instant(row[name])), row.payload])),
};

export const exportWriters: Record<ExportFormat, ExportWriter> = { ndjson, csv };
