"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { chooseAccounts } from "#lib/connections/choose-accounts.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { ChosenAccounts, ConnectionReference } from "#lib/connections/input.ts";
import { finishedAddress } from "#lib/connections/landing-address.ts";
import { repairSubscription } from "#lib/connections/repair-subscription.ts";
import { requestCheck } from "#lib/connections/request-check.ts";
import { type FormState, invalid, refused, saved } from "#lib/forms.ts";

const refusals = {
  "not-connected": "This account is not connected any more.",
  "nothing-chosen": "Tick at least one account.",
  "too-many": "That was tried very often in a short time. Wait a few minutes, then try again.",
  "by-hand": "This platform is told where to send events by hand: paste the webhook address there.",
  "attempt-over": "This choice has lapsed. Open Connections and start again; nothing was changed.",
};

export async function disconnectFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ConnectionReference.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await disconnect(member, input.data.connectionId, await visitor());
  if (!outcome.ok) {
    return refused(
      outcome.error === "admins-only" ? "Only owners and admins can disconnect." : refusals[outcome.error],
    );
  }
  revalidatePath(`/o/${slug}/connections`, "layout");
  return saved(`${outcome.value.displayName} is disconnected.`);
}

export async function checkFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ConnectionReference.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await requestCheck(member, input.data.connectionId, await visitor());
  if (!outcome.ok) {
    return refused(
      outcome.error === "admins-only" ? "Only owners and admins can check." : refusals[outcome.error],
    );
  }
  return saved(`Looking at ${outcome.value.displayName} now. The result appears here by itself.`);
}

export async function repairFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ConnectionReference.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);

  const outcome = await repairSubscription(member, input.data.connectionId, await visitor());
  if (!outcome.ok) {
    return refused(
      outcome.error === "admins-only" ? "Only owners and admins can change this." : refusals[outcome.error],
    );
  }
  revalidatePath(`/o/${slug}/connections`, "layout");
  const { isMended, sentence } = outcome.value;
  return isMended ? saved(sentence) : refused(sentence);
}

export async function connectFromForm(
  slug: string,
  provider: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ChosenAccounts.safeParse({
    attemptId: form.get("attemptId"),
    accounts: form.getAll("accounts"),
  });
  if (!input.success) return invalid(input.error);
  const { attemptId, accounts } = input.data;

  const outcome = await chooseAccounts(member, attemptId, accounts, await visitor());
  if (!outcome.ok) {
    return refused(
      outcome.error === "admins-only"
        ? "Only owners and admins can connect accounts."
        : refusals[outcome.error],
    );
  }
  revalidatePath(`/o/${slug}/connections`, "layout");
  const isConnected = outcome.value.some(({ state }) => state !== "failed");
  redirect(finishedAddress(provider, { slug, attemptId, isConnected }) as Route);
}
