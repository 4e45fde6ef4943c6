import "server-only";
import { eq } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { organizationMembers, profiles } from "#drizzle/schema/tenancy.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Visitor } from "./record.ts";

export type AuthAction =
  | "auth.signed_up"
  | "auth.sign_up_repeated"
  | "auth.confirmed"
  | "auth.signed_in"
  | "auth.sign_in_failed"
  | "auth.signed_out"
  | "auth.link_requested"
  | "auth.code_failed"
  | "auth.reset_requested"
  | "auth.password_reset";

type Person = { userId: string } | { email: string };

/**
 * Getting in and out, written once for each organization the person belongs to, so that its admins see it; once
 * without an organization where there is none. An address alone names a target, never an actor: whoever typed it
 * has proved nothing.
 */
export function recordAuth(action: AuthAction, person: Person, visitor: Visitor): Promise<void> {
  return asSystem(async (tx) => {
    const [profile] = await tx
      .select({ id: profiles.id })
      .from(profiles)
      .where(
        "userId" in person ? eq(profiles.id, person.userId) : eq(profiles.email, person.email.toLowerCase()),
      );

    const memberships = profile
      ? await tx
          .select({ organizationId: organizationMembers.organizationId })
          .from(organizationMembers)
          .where(eq(organizationMembers.userId, profile.id))
      : [];

    const entry = {
      action,
      actorId: "userId" in person ? profile?.id : undefined,
      targetType: "profile",
      targetId: profile?.id,
      ...visitor,
    };
    const places = memberships.length > 0 ? memberships : [{ organizationId: null }];
    await tx.insert(auditEvents).values(places.map((place) => ({ ...entry, ...place })));
  });
}
