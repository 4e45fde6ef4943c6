import { stringify } from "csv-stringify/sync";

type Cell = string | number | boolean | null | undefined;

const options = {
  // A cell that a spreadsheet would run begins with an apostrophe instead: much of it was written by strangers.
  escape_formulas: true,
  quoted_string: true,
  record_delimiter: "windows" as const,
  cast: { number: String },
};

/** The mark by which spreadsheets know UTF-8: a file begins with it. */
export const byteOrderMark = "\uFEFF";

/** Rows as RFC 4180 has them, safe to open in a spreadsheet. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => stringify([...rows], options);
