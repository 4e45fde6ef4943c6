import type { Measured } from "./log-measures.ts";

type Figures = Map<string, Measured>;

/** Prints each question's times on few events alone, on many, and on few beside the many, and what many cost more. */
export function reportLog(alone: Figures, many: Figures, beside: Figures): void {
  const columns = ["few p50", "p95", "many p50", "p95", "ratio", "beside p95", "ratio", "found"];
  console.log(`\n${"".padEnd(28)}${columns.map((column) => column.padStart(11)).join("")}`);
  for (const [name, few] of alone) {
    const [large, small] = [many.get(name), beside.get(name)];
    if (!large || !small) continue;
    const figures = [
      few.medianMs,
      few.p95Ms,
      large.medianMs,
      large.p95Ms,
      large.p95Ms / few.p95Ms,
      small.p95Ms,
      small.p95Ms / few.p95Ms,
      large.found,
    ];
    const looked = large.lookedTo > 0 ? `  (${large.lookedTo} stopped early)` : "";
    console.log(name.padEnd(28) + figures.map((figure) => figure.toFixed(2).padStart(11)).join("") + looked);
  }
}
