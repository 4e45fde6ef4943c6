import "server-only";
import type { TaskList } from "graphile-worker";
import { safeError, safeErrorText } from "#lib/safe-error.ts";
import { handlers } from "./handlers.ts";
import { type JobName, jobPayloads } from "./payloads.ts";

/** The handlers as the queue calls them: each payload is parsed before its handler sees it. */
export function workerTasks(): TaskList {
  const names = Object.keys(jobPayloads) as JobName[];
  return Object.fromEntries(names.map((name) => [name, taskFor(name)]));
}

function taskFor<Name extends JobName>(name: Name) {
  const schema = jobPayloads[name];
  // TypeScript cannot see that a name's schema yields that name's payload; the mapped types above say so.
  const handle = handlers[name] as (payload: unknown) => Promise<void>;
  return async (payload: unknown) => {
    try {
      await handle(schema.parse(payload));
    } catch (error) {
      throw writable(error);
    }
  };
}

/** The queue logs what was thrown and keeps its message in `last_error`, for as long as the job is kept. */
function writable(error: unknown): Error {
  const message = safeErrorText(error);
  return Object.assign(new Error(message), { stack: `${message}\n    ${safeError(error).stack ?? ""}` });
}
