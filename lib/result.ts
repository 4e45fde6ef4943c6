export type Result<Value, Failure extends string> =
  | { ok: true; value: Value }
  | { ok: false; error: Failure };

/** The answer when all went well. */
export const ok = <Value>(value: Value) => ({ ok: true as const, value });

/** A refusal the caller must name to a person: a word of the verb's own closed list. */
export const fail = <Failure extends string>(error: Failure) => ({ ok: false as const, error });
