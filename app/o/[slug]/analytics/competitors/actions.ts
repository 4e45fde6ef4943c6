"use server";

import { revalidatePath } from "next/cache";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { CompetitorReference, NewCompetitor } from "#lib/competitors/input.ts";
import { stopWatching } from "#lib/competitors/stop-watching.ts";
import { mostCompetitors, watchCompetitor } from "#lib/competitors/watch-competitor.ts";
import { watchable } from "#lib/competitors/watchable.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import type { ProviderId } from "#lib/providers/contract.ts";

const refusals = {
  "admins-only": "Only owners and admins can choose whom to watch.",
  "too-many": "That was tried very often in a short time. Wait a few minutes, then try again.",
  "watched-already": "This account is watched already.",
  "enough-watched": `At most ${mostCompetitors} accounts can be watched, since each takes calls that your own accounts need. Stop watching one first.`,
  "not-watched": "This account is not watched any more.",
};

export async function watchFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = NewCompetitor.safeParse(Object.fromEntries(form));
  const values = typed(form, "provider", "handle");
  if (!input.success) return invalid(input.error, values);

  const outcome = await watchCompetitor(member, input.data, await visitor());
  if (!outcome.ok) {
    const { error } = outcome;
    return refused(error === "no-reader" ? noReader(input.data.provider) : refusals[error], values);
  }
  revalidatePath(`/o/${slug}/analytics/competitors`);
  const { handle, through } = outcome.value;
  return saved(`${handle} is watched. It is read through ${through} now and appears here by itself.`);
}

export async function stopFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = CompetitorReference.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await stopWatching(member, input.data.competitorId, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);

  revalidatePath(`/o/${slug}/analytics/competitors`);
  return saved(`${outcome.value.handle} is no longer watched.`);
}

function noReader(provider: ProviderId): string {
  const at = watchable().find((each) => each.provider === provider);
  const nouns = new Intl.ListFormat("en", { type: "disjunction" }).format(
    at?.readers.map(({ accountNoun }) => accountNoun) ?? [],
  );
  return `To watch others at ${at?.name ?? provider}, connect a ${nouns} of your own first: they are read through it.`;
}
