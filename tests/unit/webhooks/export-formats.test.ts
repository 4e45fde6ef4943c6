import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportWriters } from "#lib/webhooks/export-formats.ts";
import type { ExportRow } from "#lib/webhooks/export-page.ts";

describe("whatever an event says", () => {
  const row = (said: string): ExportRow => ({
    id: "0198",
    receivedAt: new Date(0),
    occurredAt: null,
    provider: "facebook",
    account: said,
    accountExternalId: null,
    connectionId: null,
    eventType: said,
    externalId: said,
    status: "processed",
    attempts: 1,
    duplicates: 0,
    processedAt: null,
    summary: said,
    errorMessage: said,
    payload: JSON.stringify({ said }),
    bytesBefore: 0,
  });
  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ","), fc.string())
      .map((two) => two.join("")),
  );

  test("its CSV reads back as it was, but for an apostrophe before what a spreadsheet would run", () => {
    fc.assert(
      fc.property(anything, (said) => {
        const text = exportWriters.csv.head + exportWriters.csv.write([row(said), row("after")]);
        const [cells, next] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
        expect(cells?.summary).toBe(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(said) ? `'${said}` : said);
        expect(JSON.parse(cells?.payload ?? "")).toEqual({ said });
        expect(next?.summary).toBe("after");
      }),
    );
  });

  test("its NDJSON is one line and reads back as it was", () => {
    fc.assert(
      fc.property(anything, (said) => {
        const text = exportWriters.ndjson.write([row(said)]);
        expect(text.indexOf("\n")).toBe(text.length - 1);
        expect(JSON.parse(text)).toMatchObject({ summary: said, payload: { said } });
      }),
    );
  });
});
