"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { removeDeliverable } from "#lib/deliverables/remove-deliverable.ts";
import { revokeShare } from "#lib/deliverables/revoke-share.ts";
import { shareDays, shareDeliverable } from "#lib/deliverables/share-deliverable.ts";
import { type FormState, invalid, refused, saved, typed } from "#lib/forms.ts";
import { knock, tooManyAttempts } from "#lib/rate-limit/knock.ts";
import { ReportRequest, ScheduleInput } from "#lib/reports/input.ts";
import { requestReport } from "#lib/reports/request-report.ts";
import { retryReport } from "#lib/reports/retry-report.ts";
import { saveSchedule } from "#lib/reports/save-schedule.ts";

const refusals = {
  "viewers-only-read": "Viewers can read reports. Ask a member to make, share or remove one.",
  "admins-only": "Only owners and admins can set the monthly report.",
  "unknown-account": "One of these accounts is not there any more. Reload the page.",
  "not-failed": "This report is being made already.",
  "not-ready": "This report is not ready to be shared.",
  "not-open": "This link had ended already.",
  "not-there": "This report is not there any more.",
};

export async function requestFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);
  const values = typed(form, "clientName", "title", "from", "to");
  const input = ReportRequest.safeParse({ ...values, connectionIds: form.getAll("connectionId") });
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("report", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const outcome = await requestReport(member, input.data, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error], values);
  redirect(`/o/${slug}/analytics/reports/${outcome.value.deliverableId}`);
}

export async function retryFromForm(slug: string, id: string): Promise<FormState> {
  const member = await requireMember(slug);
  const answer = await knock("report", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer));

  const outcome = await retryReport(member, id);
  if (!outcome.ok) return refused(refusals[outcome.error]);
  return saved("It is made again.");
}

export async function shareFromForm(
  slug: string,
  deliverableId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const member = await requireMember(slug);
  const days = z.coerce.number().pipe(z.literal(shareDays)).safeParse(form.get("days"));
  if (!days.success) return refused("Choose for how long the link works.");

  const outcome = await shareDeliverable(member, { deliverableId, days: days.data }, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);
  revalidatePath(`/o/${slug}/analytics/reports/${deliverableId}`);
  return { outcome: "saved", message: "The link is made.", values: { url: outcome.value.url } };
}

export async function revokeFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);
  const shareId = z.uuid().safeParse(form.get("shareId"));
  if (!shareId.success) return refused(refusals["not-open"]);

  const outcome = await revokeShare(member, shareId.data, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);
  revalidatePath(`/o/${slug}/analytics/reports`, "layout");
  return saved("The link no longer works.");
}

export async function removeFromForm(slug: string, deliverableId: string): Promise<FormState> {
  const member = await requireMember(slug);
  const outcome = await removeDeliverable(member, deliverableId, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);

  revalidatePath(`/o/${slug}/analytics/reports`);
  redirect(`/o/${slug}/analytics/reports`);
}

export async function scheduleFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);
  const values = typed(form, "isOn", "clientName", "recipients");
  const input = ScheduleInput.safeParse({ ...values, isOn: values.isOn === "on" });
  if (!input.success) return invalid(input.error, values);

  const answer = await knock("settings", member);
  if (!answer.allowed) return refused(tooManyAttempts(answer), values);

  const outcome = await saveSchedule(member, input.data, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error], values);
  revalidatePath(`/o/${slug}/analytics/reports`);
  return saved(input.data.isOn ? "The monthly report is set." : "No monthly report is made.");
}
