import { refusalMessage } from "#lib/db/refusal-message.ts";
import { stackFrames } from "#lib/db/stack-frames.ts";

export type SafeError = {
  type: string;
  /** By another name than `code`, which may be a secret elsewhere and is redacted. */
  errorCode?: string;
  constraint?: string;
  message?: string;
  stack?: string;
  cause?: SafeError;
  errors?: SafeError[];
};

const deepest = 5;

/**
 * What may be written down of an error: where and what kind, and its message only if it cannot quote anyone. A
 * parser's error quotes what it could not read, a statement's the values it was given.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: `thrown ${typeof error}` };

  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const message = safeMessage(error, code);
  const told: SafeError = { type: error.constructor.name };
  if (isWord(code)) told.errorCode = code;
  if (isWord(constraint)) told.constraint = constraint;
  if (message) told.message = message;
  told.stack = stackFrames(error).trimStart();

  if (depth >= deepest) return told;
  if (error.cause !== undefined) told.cause = safeError(error.cause, depth + 1);
  if (error instanceof AggregateError) {
    told.errors = error.errors.slice(0, deepest).map((inner) => safeError(inner, depth + 1));
  }
  return told;
}

/** The same in a line. */
export function safeErrorText(error: unknown): string {
  return inLine(safeError(error));
}

function inLine({ type, errorCode, message, cause, errors = cause ? [cause] : [] }: SafeError): string {
  const own = message ?? [type, errorCode].filter(Boolean).join(" ");
  return errors.length > 0 ? `${own}: ${errors.map(inLine).join("; ")}` : own;
}

const isWord = (value: unknown): value is string => typeof value === "string" && /^\w{1,63}$/.test(value);

function safeMessage(error: Error, code: unknown): string | undefined {
  if ("severity" in error && typeof code === "string")
    return refusalMessage({ code, message: error.message });

  // Plain ones are thrown by our own code, whose messages hold no one's texts, or by the system, which names addresses.
  const isPlain = error.constructor === Error || error.constructor === AggregateError;
  const isOurs = code === undefined || "syscall" in error;
  return isPlain && isOurs ? error.message : undefined;
}
