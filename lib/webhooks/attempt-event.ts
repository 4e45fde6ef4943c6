import "server-only";
import type { EventInterpreter, Interpretation, Json } from "#lib/providers/contract.ts";
import type { DueEvent } from "./due-events.ts";
import { failedAttempt } from "./failed-attempt.ts";

/** One try at an event, and what became of it. */
export type Attempt = {
  event: Pick<DueEvent, "id" | "receivedAt" | "organizationId" | "provider" | "occurredAt">;
  number: number;
  startedAt: Date;
  durationMs: number;
  outcome: "processed" | "failed" | "dead";
  summary: string | null;
  /** What has to happen along with it. */
  effect: Interpretation["effect"] | null;
  errorMessage: string | null;
  nextAttemptAt: Date | null;
};

/** Does what the event asks for. An event that cannot be handled fails alone and is tried again, ever later. */
export function attemptEvent(event: DueEvent, interpreter: EventInterpreter): Attempt {
  const startedAt = new Date();
  const started = performance.now();
  const attempt = { event, number: event.attempts + 1, startedAt };
  const elapsedMs = () => Math.round(performance.now() - started);

  try {
    // What the column holds went in as JSON and comes out as JSON.
    const payload = event.payload as Json;
    const { summary, effect = null } = interpreter.interpret({ eventType: event.eventType, payload });
    return {
      ...attempt,
      durationMs: elapsedMs(),
      outcome: "processed",
      summary,
      effect,
      errorMessage: null,
      nextAttemptAt: null,
    };
  } catch (error) {
    return failedAttempt({ ...attempt, durationMs: elapsedMs() }, error);
  }
}
