"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { changeRetention } from "#lib/webhooks/change-retention.ts";
import { countPastRetention } from "#lib/webhooks/count-past-retention.ts";
import { findRetention } from "#lib/webhooks/find-retention.ts";

const Input = z.object({
  days: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "Enter a whole number of days.")
    .transform(Number),
  mayDelete: z.literal("on").optional(),
});

export async function saveRetentionFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const values = typed(form, "days");
  const input = Input.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const { days, mayDelete } = input.data;
  const outcome = await changeRetention(member, { days, mayDelete: mayDelete === "on" }, await visitor());
  if (outcome.ok) {
    revalidatePath(`/o/${slug}/settings/events`);
    return saved(`Events are kept for ${days} days.`);
  }
  switch (outcome.error) {
    case "admins-only":
      return refused("Only owners and admins can change how long events are kept.", values);
    case "out-of-range": {
      const { shortest, longest } = await findRetention(member);
      return {
        outcome: "invalid",
        fieldErrors: { days: `Enter a number from ${shortest} to ${longest}.` },
        values,
      };
    }
    case "would-delete":
      return {
        outcome: "invalid",
        fieldErrors: { mayDelete: losses(days, await countPastRetention(member, days)) },
        values,
      };
  }
}

function losses(days: number, { count, more }: { count: number; more: boolean }): string {
  if (count === 1) return `1 event is older than ${days} days and would be deleted for good.`;
  const events = `${more ? "More than " : ""}${count.toLocaleString("en")}`;
  return `${events} events are older than ${days} days and would be deleted for good.`;
}
