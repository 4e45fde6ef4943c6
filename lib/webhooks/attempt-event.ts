import "server-only";
import { log } from "#lib/log.ts";
import type { EventInterpreter, Interpretation, Json } from "#lib/providers/contract.ts";
import type { DueEvent } from "./due-events.ts";
import { failedAttempt } from "./failed-attempt.ts";

/** One try at an event, and what became of it. One that is parked is `pending` and was no try. */
export type Attempt = {
  event: DueEvent;
  number: number;
  startedAt: Date;
  durationMs: number;
  outcome: "processed" | "ignored" | "failed" | "dead" | "pending";
  parkedFor: "message" | "connection" | null;
  summary: string | null;
  /** What has to happen along with it, and what has to be there before. */
  effect: Interpretation["effect"] | null;
  message: Interpretation["message"] | null;
  awaits: string | null;
  needsAccess: boolean;
  errorMessage: string | null;
  nextAttemptAt: Date | null;
};

/** Telling what an event means takes microseconds; what takes this long holds up all the others. */
const slowMs = 1_000;

/** Does what the event asks for. An event that cannot be handled fails alone and is tried again, ever later. */
export function attemptEvent(event: DueEvent, interpreter: EventInterpreter): Attempt {
  const started = performance.now();
  const attempt: Attempt = {
    event,
    number: event.attempts + 1,
    startedAt: new Date(),
    durationMs: 0,
    outcome: "processed",
    parkedFor: null,
    summary: null,
    effect: null,
    message: null,
    awaits: null,
    needsAccess: false,
    errorMessage: null,
    nextAttemptAt: null,
  };

  const interpreted = interpret(attempt, interpreter);
  const durationMs = Math.round(performance.now() - started);
  if (durationMs > slowMs) log().warn({ eventId: event.id, durationMs }, "slow to interpret");
  return { ...interpreted, durationMs };
}

function interpret(attempt: Attempt, interpreter: EventInterpreter): Attempt {
  const { eventType, payload } = attempt.event;
  try {
    // What the column holds went in as JSON and comes out as JSON.
    const meaning = interpreter.interpret({ eventType, payload: payload as Json });
    return {
      ...attempt,
      outcome: meaning.isUnknown ? "ignored" : "processed",
      summary: meaning.summary,
      effect: meaning.effect ?? null,
      message: meaning.message ?? null,
      awaits: meaning.awaits?.externalId ?? null,
      needsAccess: meaning.needsAccess ?? false,
    };
  } catch (error) {
    return failedAttempt(attempt, error);
  }
}
