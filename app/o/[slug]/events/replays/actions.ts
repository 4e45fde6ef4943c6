"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMember } from "#lib/auth/require-member.ts";
import { visitor } from "#lib/auth/visitor.ts";
import { type FormState, invalid, refused, saved } from "#lib/forms.ts";
import { cancelReplay } from "#lib/webhooks/cancel-replay.ts";
import { parseReplaySelection } from "#lib/webhooks/replay-selection.ts";
import { startReplay } from "#lib/webhooks/start-replay.ts";

const refusals = {
  "admins-only": "Only owners and admins can replay events.",
  "too-many": "That was tried very often in a short time. Wait a few minutes, then try again.",
  "nothing-to-run": "None of these events would run now. Nothing was started.",
  "used-before": "This form was used before. Open it again from the event log.",
};
const cancelRefusals = {
  "admins-only": "Only owners and admins can cancel a replay.",
  "not-running": "It has ended already.",
};

const tick = z.literal("yes").optional();
const ReplayStart = z
  .object({ id: z.uuid(), query: z.string().max(8_000), includesProcessed: tick, isSure: tick })
  .refine(({ includesProcessed, isSure }) => !includesProcessed || isSure, {
    path: ["isSure"],
    message: "Tick this too, or untick the one above.",
  });

export async function startFromForm(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember(slug);

  const input = ReplayStart.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error);
  const selection = parseReplaySelection(Object.fromEntries(new URLSearchParams(input.data.query)));
  if (!selection) return refused("What was chosen cannot be read. Choose it again in the event log.");

  const { id, includesProcessed } = input.data;
  const request = { id, selection, includesProcessed: includesProcessed === "yes" };
  const outcome = await startReplay(member, request, await visitor());
  if (!outcome.ok) return refused(refusals[outcome.error]);
  redirect(`/o/${slug}/events/replays/${outcome.value.replayId}` as Route);
}

export async function cancelFromForm(slug: string, replayId: string): Promise<FormState> {
  const member = await requireMember(slug);

  const id = z.uuid().safeParse(replayId);
  if (!id.success) return refused(cancelRefusals["not-running"]);
  const outcome = await cancelReplay(member, id.data, await visitor());
  return outcome.ok ? saved("The replay is cancelled.") : refused(cancelRefusals[outcome.error]);
}
