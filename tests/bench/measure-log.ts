import { questionNames } from "./log-questions.ts";
import type { LogReader, Reading } from "./log-reader.ts";
import { timesIn } from "./times-of.ts";

type Readers = { alone: LogReader; many: LogReader; beside: LogReader };
type Measured = { medianMs: number; p95Ms: number; found: number; stoppedEarly: number };

const rounds = 40;
const warmUp = 5;

/** Asks all readers in turn, so that whatever else the machine does slows all of them; prints what many cost more. */
export async function measureLog(readers: Readers, only: string): Promise<void> {
  const columns = ["few p50", "p95", "many p50", "p95", "ratio", "beside p95", "ratio", "found"];
  console.log(`\n${"".padEnd(30)}${columns.map((column) => column.padStart(11)).join("")}`);
  const all = { alone: [] as Reading[], many: [] as Reading[], beside: [] as Reading[] };
  for (const question of questionNames.filter((name) => name.includes(only))) {
    const readings = { alone: [] as Reading[], many: [] as Reading[], beside: [] as Reading[] };
    for (let round = -warmUp; round < rounds; round += 1) {
      for (const name of ["alone", "many", "beside"] as const) {
        const reading = await readers[name].ask(question, Math.max(0, round));
        if (round >= 0) readings[name].push(reading);
      }
    }
    for (const name of ["alone", "many", "beside"] as const) all[name].push(...readings[name]);
    report(question, measured(readings.alone), measured(readings.many), measured(readings.beside));
  }
  report("all of them together", measured(all.alone), measured(all.many), measured(all.beside));
}

function measured(readings: Reading[]): Measured {
  const found = readings.reduce((sum, reading) => sum + reading.found, 0) / readings.length;
  return {
    ...timesIn(readings.map(({ tookMs }) => tookMs)),
    found,
    stoppedEarly: readings.filter(({ stoppedEarly }) => stoppedEarly).length,
  };
}

function report(question: string, few: Measured, many: Measured, beside: Measured): void {
  const figures = [few.medianMs, few.p95Ms, many.medianMs, many.p95Ms, many.p95Ms / few.p95Ms];
  const line = [...figures, beside.p95Ms, beside.p95Ms / few.p95Ms, many.found];
  const stopped = many.stoppedEarly > 0 ? `  (${many.stoppedEarly} stopped early)` : "";
  console.log(question.padEnd(30) + line.map((figure) => figure.toFixed(2).padStart(11)).join("") + stopped);
}
