import { answerAttempt, type Landing } from "#lib/connections/answer-attempt.ts";
import { beginAttempt } from "#lib/connections/begin-attempt.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { consent } from "#tests/support/sandbox.ts";

type Options = {
  pageIds?: string[];
  without?: string[];
  decision?: string;
  reconnect?: string;
  browserSecret?: string;
};

/** Opens the dialog for this member; throws when that is refused. */
export async function aDialog(member: Member, options: Options = {}): Promise<URL> {
  const { reconnect, browserSecret = "this browser" } = options;
  const begun = await beginAttempt(member, {
    provider: "facebook",
    reconnect,
    askAgain: false,
    browserSecret,
  });
  if (!begun.ok) throw new Error(begun.error);
  return begun.value;
}

/** The dialog's answer arrives at the callback, in the same browser unless told otherwise. */
export function answer(
  member: { userId: string; email: string },
  query: URLSearchParams,
  browserSecret: string | null = "this browser",
): Promise<Landing> {
  return answerAttempt(member, { provider: "facebook", query, browserSecret, visitor: {} });
}

/** A whole dialog, gone through by a person at Facebook; returns where it landed, which must be an attempt. */
export async function anAttempt(member: Member, personId: string, options: Options = {}) {
  const query = await consent(await aDialog(member, options), { personId, ...options });
  const landing = await answer(member, query);
  if (landing.kind === "nowhere") throw new Error(landing.problem);
  return { ...landing, query };
}
