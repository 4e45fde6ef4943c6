import { closeDatabase } from "#lib/db/client.ts";
import type { LogOrganization } from "./log-organization.ts";
import { logQuestions } from "./log-questions.ts";

const organization = JSON.parse(process.env.BENCH_ORGANIZATION ?? "") as LogOrganization;
const questions = new Map(logQuestions(organization));

process.on("message", async ({ question, round }: { question: string; round: number }) => {
  const ask = questions.get(question);
  if (!ask) throw new Error(`there is no question called ${question}`);
  const started = performance.now();
  const { found, lookedTo } = await ask(round);
  process.send?.({ tookMs: performance.now() - started, found, stoppedEarly: lookedTo !== undefined });
});
process.on("disconnect", closeDatabase);
