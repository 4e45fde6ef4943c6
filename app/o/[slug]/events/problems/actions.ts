"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { type FormState, invalid, refused, saved } from "#lib/forms.ts";
import { problemStatuses, setProblemStatus } from "#lib/webhooks/problems.ts";

const Change = z.object({ problemId: z.uuid(), status: z.enum(problemStatuses) });

const done = {
  open: "The problem is open again.",
  acknowledged: "Acknowledged. Others see that someone looks after it.",
  resolved: "Resolved. Should it come back, it opens again by itself.",
};

const refusals = {
  "admins-only": "Only owners and admins can take a problem up.",
  "not-found": "This problem is not there any more.",
};

export async function changeProblemFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const change = Change.safeParse(Object.fromEntries(form));
  if (!change.success) return invalid(change.error);

  const { problemId, status } = change.data;
  const outcome = await setProblemStatus(member, problemId, status, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);

  revalidatePath(`/o/${slug}/events/problems`);
  return saved(done[status]);
}
