import "server-only";
import { and, asc, count, eq, or } from "drizzle-orm";
import { z } from "zod";
import { webhookEventViews } from "#drizzle/schema/webhook-log.ts";
import { asUser } from "#lib/db/as-user.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { eventFilterQuery, parseEventFilter } from "./event-filter.ts";

const mostOfOnePerson = 50;

/** A view as its form sends it: the query of a filter, with or without its question mark. */
export const ViewInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give it a name.")
    .max(60, "Use at most 60 characters.")
    .refine((name) => name.isWellFormed() && !name.includes("\0"), "This name cannot be stored."),
  query: z.string().max(2_000),
  isShared: z.boolean(),
});
export type ViewInput = z.infer<typeof ViewInput>;

const { id, name, query, isShared, createdBy } = webhookEventViews;

/** The filters that a person kept, and those that others share with the organization, by name. */
export async function listViews(member: Member) {
  const rows = await asUser(member, (tx) =>
    tx
      .select({ id, name, query, isShared, createdBy })
      .from(webhookEventViews)
      .where(eq(webhookEventViews.organizationId, member.organizationId))
      .orderBy(asc(name), asc(id)),
  );
  return rows.map(({ createdBy: author, ...view }) => ({
    ...view,
    canDelete: author === member.userId || (view.isShared && hasRole(member, "admin")),
  }));
}

/** Keeps a filter under a name: for this person alone, or for everyone in the organization. */
export async function saveView(
  member: Member,
  input: ViewInput,
): Promise<Result<{ id: string }, "members-share" | "name-taken" | "nothing-filtered" | "too-many">> {
  if (input.isShared && !hasRole(member, "member")) return fail("members-share");

  const {
    before: _,
    after: __,
    ...filter
  } = parseEventFilter(Object.fromEntries(new URLSearchParams(input.query))).filter;
  const kept = eventFilterQuery(filter).slice(1);
  if (kept === "") return fail("nothing-filtered");

  return asUser(member, async (tx) => {
    const [own] = await tx
      .select({ count: count() })
      .from(webhookEventViews)
      .where(and(eq(webhookEventViews.organizationId, member.organizationId), eq(createdBy, member.userId)));
    if (own && own.count >= mostOfOnePerson) return fail("too-many");

    const [view] = await tx
      .insert(webhookEventViews)
      .values({
        organizationId: member.organizationId,
        createdBy: member.userId,
        name: input.name,
        query: kept,
        isShared: input.isShared,
      })
      .onConflictDoNothing()
      .returning({ id });
    return view ? ok(view) : fail("name-taken");
  });
}

/** Forgets a view: one's own, or a shared one where one may. Events are not touched. */
export async function deleteView(
  member: Member,
  viewId: string,
): Promise<Result<{ name: string }, "not-found">> {
  const mine = eq(createdBy, member.userId);
  const deletable = hasRole(member, "admin") ? or(mine, eq(isShared, true)) : mine;

  const [view] = await asUser(member, (tx) =>
    tx
      .delete(webhookEventViews)
      .where(and(eq(id, viewId), eq(webhookEventViews.organizationId, member.organizationId), deletable))
      .returning({ name }),
  );
  return view ? ok(view) : fail("not-found");
}
