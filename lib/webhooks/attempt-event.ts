import "server-only";
import type { EventInterpreter, Json } from "#lib/providers/contract.ts";
import { storableText } from "#lib/providers/storable-text.ts";
import { safeErrorText } from "#lib/safe-error.ts";
import { nextAttemptAt } from "./backoff.ts";
import type { DueEvent } from "./due-events.ts";

/** One try at an event, and what became of it. */
export type Attempt = {
  event: Pick<DueEvent, "id" | "receivedAt" | "organizationId">;
  number: number;
  startedAt: Date;
  durationMs: number;
  outcome: "processed" | "failed" | "dead";
  summary: string | null;
  errorMessage: string | null;
  nextAttemptAt: Date | null;
};

const longestMessage = 500;

/** Does what the event asks for. An event that cannot be handled fails alone and is tried again, ever later. */
export function attemptEvent(event: DueEvent, interpreter: EventInterpreter): Attempt {
  const startedAt = new Date();
  const started = performance.now();
  const attempt = { event, number: event.attempts + 1, startedAt };
  const elapsedMs = () => Math.round(performance.now() - started);

  try {
    // What the column holds went in as JSON and comes out as JSON.
    const payload = event.payload as Json;
    const { summary } = interpreter.interpret({ eventType: event.eventType, payload });
    return {
      ...attempt,
      durationMs: elapsedMs(),
      outcome: "processed",
      summary,
      errorMessage: null,
      nextAttemptAt: null,
    };
  } catch (error) {
    const retryAt = nextAttemptAt(attempt.number, startedAt);
    return {
      ...attempt,
      durationMs: elapsedMs(),
      outcome: retryAt ? "failed" : "dead",
      summary: null,
      errorMessage: storableText(safeErrorText(error), longestMessage),
      nextAttemptAt: retryAt,
    };
  }
}
